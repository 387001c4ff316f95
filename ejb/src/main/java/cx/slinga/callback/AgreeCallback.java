package cx.slinga.callback;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When to call a customer.
 *
 * @param day today or later, within a year
 * @param from before {@code to}
 * @param to on the same day; of today, not past
 */
public record AgreeCallback(
    String number,
    @Nullable LocalDate day,
    @Nullable LocalTime from,
    @Nullable LocalTime to,
    @Nullable String note) {}
