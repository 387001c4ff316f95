package cx.slinga.demo;

import cx.slinga.audit.AuditTrail;
import cx.slinga.cases.CaseQueries;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * One of the demo's people is away and another stands in. Generated, and recorded as the demo's.
 */
@ApplicationScoped
class DemoAbsence {
  private static final String AWAY = "kaj";
  private static final String STAND_IN = "kjell";
  private static final int DAYS = 9;

  @Inject private Database database;
  @Inject private AuditTrail auditTrail;
  @Inject private Clock clock;

  private record Announced(String username, LocalDate from, LocalDate to) implements DomainEvent {
    @Override
    public String verb() {
      return "absence.announced";
    }

    @Override
    public String objectType() {
      return "person";
    }

    @Override
    public String objectId() {
      return username;
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of("from", Change.to(from), "to", Change.to(to));
    }
  }

  /** Announces it, unless somebody announced any before. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void play() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CaseQueries.ZONE);
    LocalDate to = today.plusDays(DAYS);
    int kept =
        database.read(
            h ->
                h.createUpdate(
                        "insert into absences (id, person_id, stand_in_id, from_day, to_day,"
                            + " created_by, created_at) select :id, p.id, s.id, :from, :to, p.id,"
                            + " :now from people p, people s where p.username = :away and"
                            + " s.username = :standIn and p.active and s.active and not exists"
                            + " (select from absences)")
                    .bind("id", Ids.next())
                    .bind("from", today)
                    .bind("to", to)
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("away", AWAY)
                    .bind("standIn", STAND_IN)
                    .execute());
    if (kept > 0) {
      auditTrail.recordFor("system", "demo", new Announced(AWAY, today, to));
    }
  }
}
