package cx.slinga.organisation;

import java.time.LocalDate;
import java.util.UUID;

/** An absence that has not ended; both days are included. */
public record AbsenceRow(
    UUID id,
    String username,
    String name,
    String standInUsername,
    String standInName,
    LocalDate from,
    LocalDate to) {}
