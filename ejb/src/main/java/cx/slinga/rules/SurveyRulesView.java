package cx.slinga.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A survey's rules, for reading and editing.
 *
 * @param version 0: what holds before anybody saved rules
 * @param savedBy name of who saved this version
 */
public record SurveyRulesView(
    String survey,
    String surveyName,
    int version,
    @Nullable String savedBy,
    @Nullable Instant savedAt,
    List<NegativityRule> negativity,
    List<SeverityRule> severity,
    Scales scales) {}
