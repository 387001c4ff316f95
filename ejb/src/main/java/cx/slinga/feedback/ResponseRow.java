package cx.slinga.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer's answer.
 *
 * @param survey key of the survey
 * @param externalId the id that the source gave it
 * @param words of the customer, verbatim
 * @param comments what coders made of the comment, in the words of the code list
 * @param ratings by key of the mapping, 1 to 5
 * @param caseNumber the case that follows it up, if one does
 */
public record ResponseRow(
    long id,
    String survey,
    String externalId,
    LocalDate answeredOn,
    @Nullable Integer score,
    @Nullable Integer overall,
    @Nullable String language,
    @Nullable String segment,
    @Nullable Boolean problem,
    @Nullable String words,
    List<String> comments,
    Map<String, Integer> ratings,
    @Nullable String caseNumber) {}
