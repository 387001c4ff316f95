package cx.slinga.callback;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When the customer wants to be called, in the zone of the house.
 *
 * @param agreedBy name of who agreed on it
 */
public record Callback(
    LocalDate day, LocalTime from, LocalTime to, @Nullable String note, String agreedBy) {}
