package cx.slinga.rules;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A routing rule with the names of those it gives cases to.
 *
 * @param departmentOpen whether the department still takes cases; if not, the rule is passed over
 * @param personActive whether the person may still own cases; if not, the department's team does;
 *     true where no person is named
 */
public record RoutingRuleRow(
    @Nullable String name,
    List<Condition> when,
    UUID departmentId,
    String department,
    String departmentName,
    boolean departmentOpen,
    @Nullable String person,
    @Nullable String personName,
    boolean personActive,
    Sharing sharing) {}
