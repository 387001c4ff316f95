package cx.slinga.callback;

import cx.slinga.cases.Case;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.Cases;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;

/** When customers want to be called. One time a case; it goes once the customer was reached. */
@Stateless
@DenyAll
public class CallbackService {
  /** Longest note, in characters. */
  public static final int NOTE_MAX = 2_000;

  @Inject private Cases cases;
  @Inject private Database database;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /** Agrees on a time, in place of an earlier one. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void agree(AgreeCallback command) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, command.number(), null);
    if (found.state().isEnded()) {
      throw new BusinessException("case.ended", found.number());
    }
    Window window = checked(command);
    String note =
        command.note() == null || command.note().isBlank() ? null : command.note().strip();
    if (note != null && note.length() > NOTE_MAX) {
      throw BusinessException.ofField("callbackNote", "text.too-long", NOTE_MAX);
    }
    Optional<LocalDate> before = day(found.id());
    database.write(
        h ->
            h.createUpdate(
                    "insert into callbacks (case_id, day, from_time, to_time, note, agreed_by,"
                        + " agreed_at) values (:case, :day, :from, :to, :note, :by, :at) on"
                        + " conflict (case_id) do update set day = excluded.day, from_time ="
                        + " excluded.from_time, to_time = excluded.to_time, note = excluded.note,"
                        + " agreed_by = excluded.agreed_by, agreed_at = excluded.agreed_at")
                .bind("case", found.id())
                .bind("day", window.day())
                .bind("from", window.from())
                .bind("to", window.to())
                .bind("note", note)
                .bind("by", caller.id())
                .bind("at", OffsetDateTime.now(clock))
                .execute());
    events.fire(
        new CallbackEvent(
            "case.callback-agreed", found.number(), before.orElse(null), window.day()));
  }

  /** Drops the time; nothing happens when there is none. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void drop(String number) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, number, null);
    Optional<LocalDate> before = day(found.id());
    if (before.isPresent()) {
      database.write(h -> h.execute("delete from callbacks where case_id = ?", found.id()));
      events.fire(new CallbackEvent("case.callback-dropped", number, before.get(), null));
    }
  }

  private record Window(LocalDate day, LocalTime from, LocalTime to) {}

  private Window checked(AgreeCallback command) {
    ZonedDateTime now = clock.instant().atZone(CaseQueries.ZONE);
    LocalDate day = command.day();
    LocalTime from = command.from();
    LocalTime to = command.to();
    if (day == null) {
      throw BusinessException.ofField("callbackDay", "callback.day-missing");
    }
    if (from == null) {
      throw BusinessException.ofField("callbackFrom", "callback.time-missing");
    }
    if (to == null) {
      throw BusinessException.ofField("callbackTo", "callback.time-missing");
    }
    if (day.isBefore(now.toLocalDate())) {
      throw BusinessException.ofField("callbackDay", "callback.past");
    }
    if (day.isAfter(now.toLocalDate().plusYears(1))) {
      throw BusinessException.ofField("callbackDay", "callback.far");
    }
    if (!from.isBefore(to)) {
      throw BusinessException.ofField("callbackTo", "callback.order");
    }
    if (day.equals(now.toLocalDate()) && !to.isAfter(now.toLocalTime())) {
      throw BusinessException.ofField("callbackTo", "callback.past");
    }
    return new Window(day, from, to);
  }

  private Optional<LocalDate> day(UUID caseId) {
    return database.read(
        h ->
            h.createQuery("select day from callbacks where case_id = :id")
                .bind("id", caseId)
                .mapTo(LocalDate.class)
                .findOne());
  }
}
