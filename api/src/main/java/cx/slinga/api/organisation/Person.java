package cx.slinga.api.organisation;

import cx.slinga.organisation.PersonRow;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who can own cases and actions. */
public record Person(
    String username,
    String name,
    @Schema(description = "Names of the departments") List<String> departments,
    @Schema(description = "Cases owned and not yet ended") long openCases) {

  static Person of(PersonRow row) {
    return new Person(row.username(), row.name(), row.departments(), row.openCases());
  }
}
