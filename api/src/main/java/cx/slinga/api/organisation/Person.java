package cx.slinga.api.organisation;

import cx.slinga.organisation.PersonCard;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who works here. */
public record Person(
    String username,
    String name,
    @Schema(description = "Of the directory, such as case_owner") List<String> roles,
    @Schema(description = "Names of the departments") List<String> departments,
    @Schema(description = "False for somebody who has left") boolean active,
    @Schema(description = "Today") boolean away,
    @Schema(description = "Cases owned and not yet ended") long openCases,
    @Schema(description = "Actions owned and not yet ended") long openActions,
    @Schema(description = "Those that have not ended, the next first") List<Away> absences) {

  /** When somebody is away. */
  @Schema(name = "PersonAway")
  record Away(
      UUID id,
      @Schema(description = "Username") String standIn,
      @Schema(description = "First day") LocalDate from,
      @Schema(description = "Last day") LocalDate to) {}

  static Person of(PersonCard card) {
    return new Person(
        card.username(),
        card.name(),
        card.roles(),
        card.departments(),
        card.active(),
        card.away(),
        card.openCases(),
        card.openActions(),
        card.absences().stream()
            .map(a -> new Away(a.id(), a.standInUsername(), a.from(), a.to()))
            .toList());
  }
}
