package cx.slinga.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody will be away.
 *
 * @param person who; null for the caller
 * @param standIn who does their work
 * @param from first day
 * @param to last day
 */
public record AnnounceAbsence(
    @Nullable String person, String standIn, LocalDate from, LocalDate to) {}
