package cx.slinga.organisation;

import cx.slinga.security.Caller.PersonId;
import java.util.List;

/**
 * A person who can own cases or actions, for choosing.
 *
 * @param departments names of the departments that the person belongs to or heads
 * @param openCases how many cases the person owns that are not yet closed or dismissed
 */
public record PersonRow(
    PersonId id, String username, String name, List<String> departments, long openCases) {}
