package cx.slinga.organisation;

import cx.slinga.calendar.CalendarKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A department in the tree.
 *
 * @param depth 0 for one that belongs to no other
 * @param open whether it takes new work
 * @param headName from the directory
 * @param projectLimit how many improvement projects it runs at most
 * @param openCases whose symptom or cause is its own
 */
public record DepartmentNode(
    UUID id,
    String key,
    String name,
    @Nullable String parentKey,
    int depth,
    CalendarKey calendar,
    boolean open,
    @Nullable String headUsername,
    @Nullable String headName,
    long people,
    long touchpoints,
    long openCases,
    long version,
    int projectLimit) {}
