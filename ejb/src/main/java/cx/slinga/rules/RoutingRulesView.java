package cx.slinga.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The routing rules, for reading and editing.
 *
 * @param version 0: nobody saved any yet
 * @param savedBy name of who saved this version
 */
public record RoutingRulesView(
    int version, @Nullable String savedBy, @Nullable Instant savedAt, List<RoutingRuleRow> rules) {}
