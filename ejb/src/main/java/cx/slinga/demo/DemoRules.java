package cx.slinga.demo;

import cx.slinga.audit.AuditTrail;
import cx.slinga.rules.RulesChanged;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * Three routing rules, so that the editor has something to show: answers in a Nordic language go to
 * somebody who speaks it, those from chat and social media are shared in turn, and business
 * customers have one person. None of them fits a passenger of the demo's survey. Generated, and
 * recorded as the demo's.
 */
@ApplicationScoped
class DemoRules {
  private static final String RULES =
      """
      select jsonb_build_object('rules', jsonb_build_array(
        jsonb_build_object('name', 'Nordic languages', 'department', w.id, 'person', k.id,
          'sharing', 'LEAST_LOADED', 'when', jsonb_build_array(jsonb_build_object('subject',
          'LANGUAGE', 'values', jsonb_build_array('sv', 'da', 'no', 'nb')))),
        jsonb_build_object('name', 'Chat and social media', 'department', t.id,
          'sharing', 'ROUND_ROBIN', 'when', jsonb_build_array(jsonb_build_object('subject',
          'CHANNEL', 'values', jsonb_build_array('chat', 'social')))),
        jsonb_build_object('name', 'Business customers', 'department', t.id,
          'sharing', 'LEAST_LOADED', 'when', jsonb_build_array(jsonb_build_object('subject',
          'CUSTOMER_SEGMENT', 'values', jsonb_build_array('business'))))))
      from departments w, departments t, people k
      where w.key = 'wayfinding' and t.key = 'terminal-services' and k.username = 'karin'
      """;

  private static final int COUNT = 3;

  @Inject private Database database;
  @Inject private AuditTrail auditTrail;
  @Inject private Clock clock;

  /** Saves them, unless somebody has saved any before. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void play() {
    int kept =
        database.read(
            h ->
                h.createUpdate(
                        "insert into rule_versions (survey_id, version, rules, saved_by, saved_at)"
                            + " select null, 1, r.rules, 'demo', :now from ("
                            + RULES
                            + ") r(rules) where not exists (select from rule_versions where"
                            + " survey_id is null)")
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute());
    if (kept > 0) {
      auditTrail.recordFor("system", "demo", new RulesChanged(null, 0, 1, COUNT));
    }
  }
}
