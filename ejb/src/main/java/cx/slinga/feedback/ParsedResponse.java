package cx.slinga.feedback;

import cx.slinga.organisation.CustomerFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One customer's answer as the mapping understands it. Missing values are absent or null, never a
 * number.
 *
 * @param ordinal position in the file
 * @param line where it begins in the file
 * @param externalId the id that the source gave it
 * @param answeredOn the day of the answer
 * @param score willingness to recommend
 * @param overall satisfaction with the whole
 * @param ratings by {@link SurveyMapping.Item#ratingKey()}, in the mapping's order
 * @param codes of the comments, in the mapping's order, each once
 * @param words of the customer, verbatim
 * @param problem whether the customer met one
 * @param language of the answer, such as {@code en}
 * @param segment of the customer
 * @param weight of the response within the sample
 * @param attributes to show beside the answer, by name
 * @param raw all fields in the header's order, those that are never stored blanked
 * @param warnings what was left out
 * @param lowestTouchpoint where it went worst: the lowest rating; among equals the one that the
 *     comment codes name, then the first of the mapping; without ratings the first that the codes
 *     name; else null
 * @param customer what is said of who answered, null when that is not known
 */
public record ParsedResponse(
    long ordinal,
    long line,
    String externalId,
    LocalDate answeredOn,
    @Nullable Integer score,
    @Nullable Integer overall,
    Map<String, Integer> ratings,
    List<CommentCode> codes,
    @Nullable String words,
    @Nullable Boolean problem,
    @Nullable String language,
    @Nullable String segment,
    @Nullable Double weight,
    Map<String, String> attributes,
    List<String> raw,
    List<ReadingWarning> warnings,
    @Nullable String lowestTouchpoint,
    @Nullable CustomerFacts customer)
    implements ReadRow {}
