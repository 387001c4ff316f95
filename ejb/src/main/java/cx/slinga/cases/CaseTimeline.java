package cx.slinga.cases;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a case, read from the record in one statement, with what the record only names:
 * what people wrote, and the actions and causes that they meant. A change of the plan and the
 * action that changed it are told apart from others of the same transaction by their order: the
 * action's entry comes next.
 */
final class CaseTimeline {
  private static final int MOST = 200;

  /** What was done with the actions of the case {@code :number}. */
  static final String ACTED =
      "with acted as materialized (select x.id, x.xid, x.verb, a.id as action_id, a.title from"
          + " cases d join actions a on a.case_id = d.id join audit_entries x on x.object_type ="
          + " 'action' and x.object_id = a.id::text where d.number = :number and x.verb in"
          + " ('action.added', 'action.done', 'action.cancelled', 'action.reopened') and x.outcome"
          + " = 'DONE')";

  /** Joins to the entry {@code e} what it did with an action, as {@code act}. */
  static final String ACT =
      "left join lateral (select a.action_id, a.title, a.verb from acted a where e.verb ="
          + " 'case.plan-changed' and a.xid = e.xid and a.id > e.id order by a.id limit 1) act on"
          + " true";

  private static final String ENTRIES =
      ACTED
          + " select e.at,"
          + " coalesce(p.name, e.actor) as actor_name, e.verb, e.changes::text as changes, case"
          + " e.verb when 'case.noted' then (select n.body from case_notes n where n.id ="
          + " (e.changes -> 'note' ->> 1)::uuid) when 'case.reopened' then (select o.reason from"
          + " case_reopenings o where o.id = (e.changes -> 'reopening' ->> 1)::uuid) when"
          + " 'case.contacted' then (select k.note from contacts k where k.case_id = :id and k.at"
          + " <= e.at order by k.at desc, k.id desc limit 1) when 'case.paused' then (select s.note"
          + " from clock_segments s where s.case_id = :id and s.state = 'PAUSED' and s.from_at <="
          + " e.at order by s.from_at desc, s.id desc limit 1) end as note, act.action_id,"
          + " act.title as action, act.verb as acted, cause.id as cause_id, cause.title as cause"
          + " from audit_entries e left join people p on p.username = e.actor left join causes"
          + " cause on e.verb in ('case.analysed', 'case.cause-moved') and cause.id = (e.changes ->"
          + " 'cause' ->> 1)::uuid "
          + ACT
          + " where e.object_type = 'case' and e.object_id = :number and"
          + " e.outcome = 'DONE' order by e.id desc limit :most";

  private CaseTimeline() {}

  /** Newest first, at most the last two hundred. */
  static List<TimelineEntry> of(Handle h, CaseRow row) {
    return h.createQuery(ENTRIES)
        .bind("number", row.number())
        .bind("id", row.id())
        .bind("most", MOST)
        .map(
            (r, context) ->
                new TimelineEntry(
                    r.getObject("at", OffsetDateTime.class).toInstant(),
                    r.getString("actor_name"),
                    r.getString("verb"),
                    facts(r.getString("changes")),
                    r.getString("note"),
                    about(r)))
        .list();
  }

  /** The action that an entry concerns; null for none. */
  static TimelineEntry.@Nullable About action(ResultSet r) throws SQLException {
    UUID action = r.getObject("action_id", UUID.class);
    return action == null
        ? null
        : new TimelineEntry.About("action", action, r.getString("action"), r.getString("acted"));
  }

  private static TimelineEntry.@Nullable About about(ResultSet r) throws SQLException {
    TimelineEntry.About action = action(r);
    if (action != null) {
      return action;
    }
    UUID cause = r.getObject("cause_id", UUID.class);
    return cause == null
        ? null
        : new TimelineEntry.About("cause", cause, r.getString("cause"), null);
  }

  private static Map<String, String> facts(String changes) {
    Map<String, String> map = new LinkedHashMap<>();
    json(changes)
        .forEach(
            (field, pair) -> {
              JsonValue after = pair.asJsonArray().get(1);
              if (after != JsonValue.NULL) {
                map.put(field, text(after));
              }
              JsonValue before = pair.asJsonArray().get(0);
              if (field.equals("severity") && before != JsonValue.NULL && !before.equals(after)) {
                map.put("severityBefore", text(before));
              }
            });
    return map;
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
