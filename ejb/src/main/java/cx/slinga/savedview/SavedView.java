package cx.slinga.savedview;

import cx.slinga.cases.CaseFilter;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list of cases that somebody gave a name.
 *
 * @param own whether it is the caller's, who may rename and delete it
 * @param parameters of the list's address, as {@link CaseFilter#parameters} spells them
 * @param department name of the department that it is shared with, null when with none
 */
public record SavedView(
    UUID id,
    String name,
    boolean own,
    Map<String, String> parameters,
    @Nullable String department) {}
