package cx.slinga.rules;

import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rules that hold, and those that held; for services. */
@ApplicationScoped
public class RuleBook {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected RuleBook() {}

  @Inject
  public RuleBook(Database database) {
    this.database = database;
  }

  /** Who saved a version, and when. */
  record Saved(int version, String json, String by, Instant at) {}

  /** The rules that hold for the survey. */
  public SurveyRules of(UUID survey) {
    return database
        .read(h -> latest(h, survey))
        .map(saved -> RulesJson.survey(saved.version(), saved.json()))
        .orElseGet(SurveyRules::standard);
  }

  /** The survey's rules in an earlier version, if there was one of that number. */
  public Optional<SurveyRules> of(UUID survey, int version) {
    if (version == 0) {
      return Optional.of(SurveyRules.standard());
    }
    return database
        .read(h -> find(h, survey, version))
        .map(saved -> RulesJson.survey(saved.version(), saved.json()));
  }

  /** The routing rules that hold. */
  public RoutingRules routing() {
    return database
        .read(h -> latest(h, null))
        .map(saved -> RulesJson.routing(saved.version(), saved.json()))
        .orElseGet(RoutingRules::none);
  }

  /** The routing rules in an earlier version, if there was one of that number. */
  public Optional<RoutingRules> routing(int version) {
    return database
        .read(h -> find(h, null, version))
        .map(saved -> RulesJson.routing(saved.version(), saved.json()));
  }

  /** A routing rule with the names of those it gives cases to. */
  public RoutingRuleRow row(RoutingRule rule) {
    return database.read(h -> RuleQueries.rows(h, List.of(rule)).get(0));
  }

  /**
   * Keeps a new version.
   *
   * @param survey null for routing
   * @return whether nobody else had saved this version before
   */
  boolean save(@Nullable UUID survey, int version, String json, String by, Instant at) {
    return database.read(
        h ->
            h.createUpdate(
                        "insert into rule_versions (survey_id, version, rules, saved_by, saved_at)"
                            + " values (cast(:survey as uuid), :version, cast(:rules as jsonb),"
                            + " :by, :at) on conflict do nothing")
                    .bind("survey", survey)
                    .bind("version", version)
                    .bind("rules", json)
                    .bind("by", by)
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .execute()
                == 1);
  }

  static Optional<Saved> latest(Handle h, @Nullable UUID survey) {
    return saved(h, survey, " order by version desc limit 1", 0);
  }

  private static Optional<Saved> find(Handle h, @Nullable UUID survey, int version) {
    return saved(h, survey, " and version = :version", version);
  }

  private static Optional<Saved> saved(Handle h, @Nullable UUID survey, String which, int version) {
    var query =
        h.createQuery(
            "select version, rules::text as rules, saved_by, saved_at from rule_versions where "
                + (survey == null ? "survey_id is null" : "survey_id = :survey")
                + which);
    if (survey != null) {
      query.bind("survey", survey);
    }
    if (version > 0) {
      query.bind("version", version);
    }
    return query
        .map(
            (row, context) ->
                new Saved(
                    row.getInt("version"),
                    row.getString("rules"),
                    row.getString("saved_by"),
                    row.getObject("saved_at", OffsetDateTime.class).toInstant()))
        .findOne();
  }
}
