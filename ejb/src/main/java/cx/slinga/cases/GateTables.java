package cx.slinga.cases;

import cx.slinga.security.Caller;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Where the rules of the gate are kept. */
@ApplicationScoped
public class GateTables {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected GateTables() {}

  @Inject
  public GateTables(Database database) {
    this.database = database;
  }

  /** What holds now. */
  public GateRules rules() {
    return database.read(
        h ->
            h.createQuery(
                    "select four_eyes, ask_again, cool_down_days, valid_days, version from"
                        + " gate_rules")
                .map(ConstructorMapper.of(GateRules.class))
                .one());
  }

  boolean isResolvedBy(String number, Caller.PersonId person) {
    return database.read(
        h ->
            h.createQuery(
                    "select exists (select from cases where number = :number and resolved_by ="
                        + " :person)")
                .bind("number", number)
                .bind("person", person)
                .mapTo(Boolean.class)
                .one());
  }

  /** Keeps new rules; {@code rules.version()} is the one that was changed. */
  public void keep(GateRules rules) {
    database.write(
        h -> {
          int kept =
              h.createUpdate(
                      "update gate_rules set four_eyes = :fourEyes, ask_again = :askAgain,"
                          + " cool_down_days = :coolDownDays, valid_days = :validDays, version ="
                          + " version + 1 where version = :version")
                  .bindMethods(rules)
                  .execute();
          if (kept == 0) {
            throw new ChangedMeanwhileException("gate");
          }
        });
  }
}
