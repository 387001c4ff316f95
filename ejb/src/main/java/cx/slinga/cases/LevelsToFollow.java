package cx.slinga.cases;

import cx.slinga.clocks.ServiceLevels;
import cx.slinga.clocks.ServicePolicies;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Versions of the service level that open cases are still on their way to. A job takes them there;
 * a case that somebody opens or changes meanwhile does not wait for it. In the caller's
 * transaction.
 */
@ApplicationScoped
public class LevelsToFollow {
  private static final String LEVELS =
      "select j.version, v.changed_at, p.id, v.changed_by from policy_jobs j join"
          + " service_level_policies v on v.version = j.version left join people p on p.username ="
          + " v.changed_by where ";

  private Database database;
  private ServiceLevels serviceLevels;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected LevelsToFollow() {}

  @Inject
  public LevelsToFollow(Database database, ServiceLevels serviceLevels) {
    this.database = database;
    this.serviceLevels = serviceLevels;
  }

  /** A version, when it began to hold, and who made it. */
  private record Level(int version, Instant since, @Nullable UUID by, String actor) {}

  /**
   * Lets these cases follow that version, as of the moment at which it began to hold.
   *
   * @return how many are due otherwise
   */
  public int follow(int version, Collection<UUID> cases) {
    return database.read(
        h ->
            read(h.createQuery(LEVELS + "v.version = :version").bind("version", version)).stream()
                .mapToInt(level -> follow(h, level, cases))
                .sum());
  }

  /**
   * Lets these cases follow all versions that are still on their way, the oldest first.
   *
   * @return whether one of them is due otherwise
   */
  public boolean catchUp(Collection<UUID> cases) {
    return database.read(h -> catchUp(h, cases));
  }

  boolean catchUp(Handle h, Collection<UUID> cases) {
    boolean moved = false;
    String onTheirWay = LEVELS + "j.state in ('QUEUED', 'RUNNING') order by j.version";
    for (Level level : read(h.createQuery(onTheirWay))) {
      moved |= follow(h, level, cases) > 0;
    }
    return moved;
  }

  private static List<Level> read(Query levels) {
    return levels
        .map(
            (row, context) ->
                new Level(
                    row.getInt("version"),
                    row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                    row.getObject("id", UUID.class),
                    row.getString("changed_by")))
        .list();
  }

  private int follow(Handle h, Level level, Collection<UUID> cases) {
    if (cases.isEmpty()) {
      return 0;
    }
    ServicePolicies policies = serviceLevels.policies(h);
    return OpenClocks.follow(
        h,
        policies,
        policies.version(level.version()),
        cases,
        level.by(),
        level.actor(),
        level.since());
  }
}
