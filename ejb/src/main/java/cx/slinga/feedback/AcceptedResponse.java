package cx.slinga.feedback;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A response that has just been stored, as figures and follow-up need it; without the customer's
 * words.
 *
 * @param score willingness to recommend, 0 to 10
 * @param ratings by key of the mapping
 * @param weight within the sample; none stands for 1
 * @param touchpoint key of the touchpoint where it went worst
 * @param customerId who answered, null when that is not known
 */
public record AcceptedResponse(
    long id,
    String externalId,
    LocalDate answeredOn,
    @Nullable Integer score,
    @Nullable Integer overall,
    Map<String, Integer> ratings,
    @Nullable Double weight,
    @Nullable Boolean problem,
    @Nullable String touchpoint,
    @Nullable UUID customerId) {}
