package cx.slinga.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A department and who heads it. */
public record DepartmentRow(
    UUID id, String key, String name, @Nullable String headUsername, @Nullable String headName) {}
