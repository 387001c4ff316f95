package cx.slinga.organisation;

import java.util.List;
import java.util.UUID;

/**
 * Somebody who works here, with what they have to do.
 *
 * @param roles of the directory, such as {@code case_owner}
 * @param departments names of those that the person belongs to or heads
 * @param active false for somebody who has left
 * @param away today
 * @param openCases not yet closed or dismissed
 * @param openActions neither done nor cancelled
 * @param absences that have not ended, the next first
 */
public record PersonCard(
    UUID id,
    String username,
    String name,
    List<String> roles,
    List<String> departments,
    boolean active,
    boolean away,
    long openCases,
    long openActions,
    List<AbsenceRow> absences) {}
