package cx.slinga.organisation;

import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.Ids;
import cx.slinga.shared.NotAllowedException;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Who is away and who stands in. Everybody says so of themselves, a department head of those in the
 * own departments, an administrator of all.
 */
@Stateless
@DenyAll
public class AbsenceService {
  /** Longest absence, in days. */
  static final int LONGEST = 730;

  @Inject private People people;
  @Inject private Database database;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  private record Known(UUID person, String username, UUID standIn, LocalDate from, LocalDate to) {}

  /** Says that somebody will be away; new cases then go to the stand-in. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.ADMINISTRATOR})
  public UUID announce(AnnounceAbsence command) {
    Caller caller = currentUser.get();
    String username = command.person() == null ? caller.username() : command.person();
    People.Candidate person = people.owner("person", username);
    refuseStrangers(caller, person.id().value());
    People.Candidate standIn = people.owner("standIn", command.standIn());
    if (standIn.id().equals(person.id())) {
      throw BusinessException.ofField("standIn", "absence.stand-in-self");
    }
    check(command.from(), command.to());
    UUID id = Ids.next();
    database.write(
        h -> {
          refuseOverlap(h, person.id().value(), command.from(), command.to());
          refuseAway(h, standIn, command.from(), command.to());
          h.createUpdate(
                  "insert into absences (id, person_id, stand_in_id, from_day, to_day, created_by,"
                      + " created_at) values (:id, :person, :standIn, :from, :to, :by, :now)")
              .bind("id", id)
              .bind("person", person.id())
              .bind("standIn", standIn.id())
              .bind("from", command.from())
              .bind("to", command.to())
              .bind("by", caller.id())
              .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
              .execute();
        });
    events.fire(
        new AbsenceEvent(
            true, person.username(), standIn.id().value(), command.from(), command.to()));
    return id;
  }

  /**
   * Takes an absence back; the person is here again from now on.
   *
   * @throws NotFoundException when there is none
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.ADMINISTRATOR})
  public void cancel(UUID absence) {
    Caller caller = currentUser.get();
    Known known =
        database.read(
            h ->
                h.createQuery(
                        "select a.person_id, p.username, a.stand_in_id, a.from_day, a.to_day from"
                            + " absences a join people p on p.id = a.person_id where a.id = :id")
                    .bind("id", absence)
                    .map(
                        (row, context) ->
                            new Known(
                                row.getObject("person_id", UUID.class),
                                row.getString("username"),
                                row.getObject("stand_in_id", UUID.class),
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("to_day", LocalDate.class)))
                    .findOne()
                    .orElseThrow(() -> new NotFoundException(absence.toString())));
    refuseStrangers(caller, known.person());
    int gone =
        database.read(
            h ->
                h.createUpdate("delete from absences where id = :id")
                    .bind("id", absence)
                    .execute());
    if (gone == 0) {
      throw new NotFoundException(absence.toString());
    }
    events.fire(
        new AbsenceEvent(false, known.username(), known.standIn(), known.from(), known.to()));
  }

  private void refuseStrangers(Caller caller, UUID person) {
    if (caller.id().value().equals(person) || caller.is(Roles.ADMINISTRATOR)) {
      return;
    }
    boolean ownPeople =
        caller.is(Roles.DEPARTMENT_HEAD)
            && database.read(
                h ->
                    h.createQuery(
                            "select exists (select from memberships where person_id = :person and"
                                + " department_id = any(:departments))")
                        .bind("person", person)
                        .bind("departments", caller.departments().toArray(new UUID[0]))
                        .mapTo(Boolean.class)
                        .one());
    if (!ownPeople) {
      throw new NotAllowedException();
    }
  }

  private void check(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw BusinessException.ofField("to", "absence.ends-before");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), HandOvers.ZONE);
    if (to.isBefore(today)) {
      throw BusinessException.ofField("to", "absence.past");
    }
    if (to.isAfter(today.plusDays(LONGEST)) || from.isBefore(today.minusDays(LONGEST))) {
      throw BusinessException.ofField(
          to.isAfter(today.plusDays(LONGEST)) ? "to" : "from", "absence.too-far");
    }
  }

  /** Work that would go to somebody who is away too goes further than whoever leaves believes. */
  private static void refuseAway(Handle h, People.Candidate standIn, LocalDate from, LocalDate to) {
    h.createQuery(
            "select from_day from absences where person_id = :standIn and from_day <= :to and"
                + " to_day >= :from order by from_day limit 1")
        .bind("standIn", standIn.id())
        .bind("from", from)
        .bind("to", to)
        .mapTo(LocalDate.class)
        .findOne()
        .ifPresent(
            day -> {
              throw BusinessException.ofField(
                  "standIn", "absence.stand-in-away", standIn.name(), day.toString());
            });
  }

  /** The person is locked: of two absences saved at the same time the second sees the first. */
  private static void refuseOverlap(Handle h, UUID person, LocalDate from, LocalDate to) {
    h.createQuery("select id from people where id = :person for no key update")
        .bind("person", person)
        .mapTo(UUID.class)
        .one();
    boolean overlaps =
        h.createQuery(
                "select exists (select from absences where person_id = :person and from_day <= :to"
                    + " and to_day >= :from)")
            .bind("person", person)
            .bind("from", from)
            .bind("to", to)
            .mapTo(Boolean.class)
            .one();
    if (overlaps) {
      throw BusinessException.ofField("from", "absence.overlaps");
    }
  }
}
