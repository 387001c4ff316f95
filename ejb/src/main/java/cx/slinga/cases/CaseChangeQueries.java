package cx.slinga.cases;

import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tells who changed what in a case since somebody looked at it. */
@Stateless
@DenyAll
public class CaseChangeQueries {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int MOST = 200;

  @Inject private Database database;
  @Inject private Clock clock;

  public CaseChangeQueries() {}

  /** For use outside the container: tests. */
  public CaseChangeQueries(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Entry(
      OffsetDateTime at,
      String by,
      String verb,
      JsonObject changes,
      TimelineEntry.@Nullable About about) {}

  /**
   * All that was done since a version, oldest first, at most the last two hundred things.
   *
   * @param seenVersion the version that was looked at; each saving makes one more, and may do more
   *     than one thing
   * @throws NotFoundException when there is no such case within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<CaseChange> since(Visibility visibility, String number, long seenVersion) {
    CaseSql sql = new CaseSql(visibility, CaseFilter.all(), clock.instant(), CaseQueries.ZONE);
    return database.read(
        h -> {
          long version =
              sql.bind(
                      h.createQuery(
                          "select c.version from cases c where c.number = :number and "
                              + sql.where()))
                  .bind("number", number)
                  .mapTo(Long.class)
                  .findOne()
                  .orElseThrow(() -> new NotFoundException(number));
          return version <= seenVersion ? List.of() : read(h, number, seenVersion);
        });
  }

  private static List<CaseChange> read(Handle h, String number, long seenVersion) {
    List<Entry> entries =
        new ArrayList<>(
            h.createQuery(
                    CaseTimeline.ACTED
                        + " select e.at, coalesce(p.name, e.actor) as actor, e.verb,"
                        + " e.changes::text as changes, act.action_id, act.title as action,"
                        + " act.verb as acted from audit_entries e left join people p on p.username"
                        + " = e.actor "
                        + CaseTimeline.ACT
                        + " where e.object_type = 'case' and e.object_id = :number and"
                        + " e.outcome = 'DONE' and e.id >= (select min(f.id) from audit_entries f"
                        + " join case_saves s on s.xid = f.xid join cases c on c.id = s.case_id"
                        + " where f.object_type = 'case' and f.object_id = :number and c.number ="
                        + " :number and s.version > :seen) order by e.id desc limit :most")
                .bind("number", number)
                .bind("seen", seenVersion)
                .bind("most", MOST)
                .map(
                    (row, context) ->
                        new Entry(
                            row.getObject("at", OffsetDateTime.class),
                            row.getString("actor"),
                            row.getString("verb"),
                            json(row.getString("changes")),
                            CaseTimeline.action(row)))
                .list());
    Collections.reverse(entries);
    Map<String, String> names = names(h, entries);
    return entries.stream()
        .map(e -> new CaseChange(e.at().toInstant(), e.by(), e.verb(), fields(e, names), e.about()))
        .toList();
  }

  private static List<CaseChange.Field> fields(Entry entry, Map<String, String> names) {
    List<CaseChange.Field> fields = new ArrayList<>();
    entry
        .changes()
        .forEach(
            (name, pair) -> {
              String before = text(pair.asJsonArray().get(0));
              String after = text(pair.asJsonArray().get(1));
              if (!Objects.equals(before, after)) {
                fields.add(new CaseChange.Field(name, named(before, names), named(after, names)));
              }
            });
    return fields;
  }

  private static @Nullable String named(@Nullable String value, Map<String, String> names) {
    return value == null ? null : names.getOrDefault(value, value);
  }

  private static Map<String, String> names(Handle h, List<Entry> entries) {
    Set<UUID> ids = new HashSet<>();
    for (Entry entry : entries) {
      for (JsonValue pair : entry.changes().values()) {
        for (JsonValue value : pair.asJsonArray()) {
          String text = text(value);
          if (text != null && ID.matcher(text).matches()) {
            ids.add(UUID.fromString(text));
          }
        }
      }
    }
    Map<String, String> names = new HashMap<>();
    if (!ids.isEmpty()) {
      h.createQuery(
              "select id::text as id, name from people where id = any(:ids) union all select"
                  + " id::text, title from causes where id = any(:ids) union all select id::text,"
                  + " name from touchpoints where id = any(:ids) union all select id::text, name"
                  + " from departments where id = any(:ids)")
          .bind("ids", ids.toArray(UUID[]::new))
          .map((row, context) -> Map.entry(row.getString("id"), row.getString("name")))
          .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
    }
    return names;
  }

  private static @Nullable String text(JsonValue value) {
    if (value == JsonValue.NULL) {
      return null;
    }
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
