package cx.slinga.journey;

import cx.slinga.organisation.People;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.DomainEvent.Change;
import cx.slinga.shared.Ids;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a journey and the touchpoints of a stage. Keys never change, since files and rules
 * name them; nothing is deleted, since cases and answers hang on it.
 */
@Stateless
@DenyAll
public class JourneyService {
  /** Longest name, in characters. */
  static final int NAME_MAX = 200;

  private static final int KEY_MAX = 64;
  private static final String STAGE_TAKEN = "select exists (select from stages where key = :key)";
  private static final String TOUCHPOINT_TAKEN =
      "select exists (select from touchpoints where key = :key)";
  private static final Pattern KEY = Pattern.compile("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?");

  @Inject private Database database;
  @Inject private People people;
  @Inject private Event<DomainEvent> events;

  private record Stage(UUID id, UUID journey, String key, String name, long version) {}

  private record Touchpoint(
      UUID id, UUID stage, String name, UUID department, @Nullable UUID person, long version) {}

  /**
   * Adds a stage.
   *
   * @param journey key
   * @return its key, made from the name
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public String addStage(String journey, SaveStage stage) {
    String name = name(stage.name());
    String key =
        database.read(
            h -> {
              UUID id =
                  h.createQuery("select id from journeys where key = :key for no key update")
                      .bind("key", journey)
                      .mapTo(UUID.class)
                      .findOne()
                      .orElseThrow(
                          () -> BusinessException.ofField("journey", "journey.unknown", journey));
              String made = free(h, STAGE_TAKEN, name, "stage");
              UUID added = Ids.next();
              h.createUpdate(
                      "insert into stages (id, journey_id, key, name, position) select :id,"
                          + " :journey, :key, :name, coalesce(max(position), 0) + 1 from stages"
                          + " where journey_id = :journey")
                  .bind("id", added)
                  .bind("journey", id)
                  .bind("key", made)
                  .bind("name", name)
                  .execute();
              place(h, id, added, stage.after());
              return made;
            });
    events.fire(
        new JourneyChanged(
            "stage.added",
            "stage",
            key,
            changes("journey", Change.to(journey), "after", Change.to(stage.after()))));
    return key;
  }

  /**
   * Changes a stage's name and place.
   *
   * @param version the one that the user looked at, null skips the check
   * @throws NotFoundException when there is none
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public void changeStage(String key, @Nullable Long version, SaveStage stage) {
    String name = name(stage.name());
    Map<String, Change> changes = new LinkedHashMap<>();
    database.write(
        h -> {
          Stage before = stage(h, key);
          if (before == null) {
            throw new NotFoundException(key);
          }
          if (version != null && version != before.version()) {
            throw new ChangedMeanwhileException(before.name());
          }
          if (!before.name().equals(name)) {
            changes.put("name", Change.of(null, null));
          }
          String was = predecessor(h, before);
          String after = stage.after() == null || stage.after().isBlank() ? null : stage.after();
          put(changes, "after", was, after);
          h.createUpdate("update stages set name = :name, version = version + 1 where id = :id")
              .bind("name", name)
              .bind("id", before.id())
              .execute();
          place(h, before.journey(), before.id(), after);
        });
    if (!changes.isEmpty()) {
      events.fire(new JourneyChanged("stage.changed", "stage", key, changes));
    }
  }

  /**
   * Adds a touchpoint at the end of its stage.
   *
   * @param key letters a to z, digits and hyphens, by which files and rules name it; null or blank
   *     makes one from the name
   * @return its key
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public String addTouchpoint(@Nullable String key, SaveTouchpoint touchpoint) {
    String wished = key == null ? "" : key.strip();
    if (!wished.isEmpty() && !KEY.matcher(wished).matches()) {
      throw BusinessException.ofField("key", "department.key-wrong");
    }
    String name = name(touchpoint.name());
    String made =
        database.read(
            h -> {
              Stage stage = chosen(h, touchpoint.stage());
              Responsible responsible =
                  Responsible.of(h, people, touchpoint.department(), touchpoint.person());
              if (!wished.isEmpty() && isTaken(h, TOUCHPOINT_TAKEN, wished)) {
                throw BusinessException.ofField("key", "touchpoint.key-taken", wished);
              }
              refuseSameName(h, stage, name);
              String free =
                  wished.isEmpty() ? free(h, TOUCHPOINT_TAKEN, name, "touchpoint") : wished;
              h.createUpdate(
                      "insert into touchpoints (id, stage_id, key, name, position, department_id,"
                          + " person_id) select :id, :stage, :key, :name, coalesce(max(position),"
                          + " 0) + 1, :department, cast(:person as uuid) from touchpoints where"
                          + " stage_id = :stage")
                  .bind("id", Ids.next())
                  .bind("stage", stage.id())
                  .bind("key", free)
                  .bind("name", name)
                  .bind("department", responsible.department())
                  .bind("person", responsible.person())
                  .execute();
              return free;
            });
    events.fire(
        new JourneyChanged(
            "touchpoint.added",
            "touchpoint",
            made,
            changes(
                "stage", Change.to(touchpoint.stage()),
                "department", Change.to(touchpoint.department()))));
    return made;
  }

  /**
   * Changes a touchpoint: its name, its stage, and who answers for it. New cases go to them; cases
   * that are open stay where they are.
   *
   * @param version the one that the user looked at, null skips the check
   * @throws NotFoundException when there is none
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public void changeTouchpoint(String touchpoint, @Nullable Long version, SaveTouchpoint as) {
    String name = name(as.name());
    Map<String, Change> changes = new LinkedHashMap<>();
    database.write(
        h -> {
          Touchpoint before = touchpoint(h, touchpoint);
          if (version != null && version != before.version()) {
            throw new ChangedMeanwhileException(before.name());
          }
          Stage stage = chosen(h, as.stage());
          Responsible responsible = Responsible.of(h, people, as.department(), as.person());
          if (!before.stage().equals(stage.id()) || !before.name().equalsIgnoreCase(name)) {
            refuseSameName(h, stage, name);
          }
          if (!before.name().equals(name)) {
            changes.put("name", Change.of(null, null));
          }
          put(changes, "stage", before.stage(), stage.id());
          put(changes, "department", before.department(), responsible.department());
          put(changes, "person", before.person(), responsible.person());
          h.createUpdate(
                  "update touchpoints set name = :name, position = case when stage_id = :stage then"
                      + " position else (select coalesce(max(position), 0) + 1 from touchpoints"
                      + " where stage_id = :stage) end, stage_id = :stage, department_id ="
                      + " :department, person_id = cast(:person as uuid), version = version + 1"
                      + " where id = :id")
              .bind("name", name)
              .bind("stage", stage.id())
              .bind("department", responsible.department())
              .bind("person", responsible.person())
              .bind("id", before.id())
              .execute();
        });
    if (!changes.isEmpty()) {
      events.fire(new JourneyChanged("touchpoint.changed", "touchpoint", touchpoint, changes));
    }
  }

  private static String name(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.indexOf('\0') >= 0) {
      throw BusinessException.ofField("name", "journey.name-missing");
    }
    if (stripped.length() > NAME_MAX) {
      throw BusinessException.ofField("name", "text.too-long", NAME_MAX);
    }
    return stripped;
  }

  /** Lists name touchpoints, so no two of a stage are called the same, in whatever case. */
  private static void refuseSameName(Handle h, Stage stage, String name) {
    if (h
        .createQuery("select name from touchpoints where stage_id = :stage")
        .bind("stage", stage.id())
        .mapTo(String.class)
        .stream()
        .anyMatch(name::equalsIgnoreCase)) {
      throw BusinessException.ofField("name", "touchpoint.name-taken", name);
    }
  }

  /** Puts a stage behind another one of its journey, or first. */
  private static void place(Handle h, UUID journey, UUID stage, @Nullable String after) {
    List<UUID> order = new ArrayList<>();
    Map<String, UUID> keys = new LinkedHashMap<>();
    h.createQuery("select id, key from stages where journey_id = :journey order by position, id")
        .bind("journey", journey)
        .map((row, context) -> Map.entry(row.getString("key"), row.getObject("id", UUID.class)))
        .forEach(
            entry -> {
              keys.put(entry.getKey(), entry.getValue());
              order.add(entry.getValue());
            });
    order.remove(stage);
    UUID before = after == null || after.isBlank() ? null : keys.get(after);
    if (after != null && !after.isBlank() && (before == null || before.equals(stage))) {
      throw BusinessException.ofField("after", "stage.unknown", after);
    }
    order.add(before == null ? 0 : order.indexOf(before) + 1, stage);
    h.createUpdate(
            "update stages s set position = o.place from unnest(:ids) with ordinality o(id, place)"
                + " where s.id = o.id and s.position <> o.place")
        .bind("ids", order.toArray(UUID[]::new))
        .execute();
  }

  private static @Nullable String predecessor(Handle h, Stage stage) {
    return h.createQuery(
            "select p.key from stages s join stages p on p.journey_id = s.journey_id and p.position"
                + " < s.position where s.id = :id order by p.position desc limit 1")
        .bind("id", stage.id())
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  private static Stage chosen(Handle h, String key) {
    Stage stage = stage(h, key);
    if (stage == null) {
      throw BusinessException.ofField("stage", "stage.unknown", key);
    }
    return stage;
  }

  /** The journey is held: two who place stages at once follow each other. */
  private static @Nullable Stage stage(Handle h, String key) {
    return h.createQuery(
            "select s.id, s.journey_id, s.key, s.name, s.version from stages s join journeys j on"
                + " j.id = s.journey_id where s.key = :key order by s.id limit 1 for no key"
                + " update")
        .bind("key", key)
        .map(
            (row, context) ->
                new Stage(
                    row.getObject("id", UUID.class),
                    row.getObject("journey_id", UUID.class),
                    row.getString("key"),
                    row.getString("name"),
                    row.getLong("version")))
        .findOne()
        .orElse(null);
  }

  private static Touchpoint touchpoint(Handle h, String key) {
    return h.createQuery(
            "select id, stage_id, name, department_id, person_id, version from touchpoints where"
                + " key = :key for no key update")
        .bind("key", key)
        .map(
            (row, context) ->
                new Touchpoint(
                    row.getObject("id", UUID.class),
                    row.getObject("stage_id", UUID.class),
                    row.getString("name"),
                    row.getObject("department_id", UUID.class),
                    row.getObject("person_id", UUID.class),
                    row.getLong("version")))
        .findOne()
        .orElseThrow(() -> new NotFoundException(key));
  }

  /** A key like the name that nobody has; the name may be written in any script. */
  private static String free(Handle h, String taken, String name, String otherwise) {
    String plain =
        Normalizer.normalize(
                name.toLowerCase(Locale.ROOT).replace("ø", "o").replace("æ", "ae"),
                Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(plain.length(), KEY_MAX - 6));
    String stem = cut.replaceAll("^-+|-+$", "");
    String key = stem.isEmpty() ? otherwise : stem;
    String free = key;
    for (int i = 2; isTaken(h, taken, free); i++) {
      free = key + "-" + i;
    }
    return free;
  }

  private static boolean isTaken(Handle h, String taken, String key) {
    return h.createQuery(taken).bind("key", key).mapTo(Boolean.class).one();
  }

  private static Map<String, Change> changes(
      String first, Change one, String second, Change other) {
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put(first, one);
    changes.put(second, other);
    return changes;
  }

  private static void put(
      Map<String, Change> changes, String field, @Nullable Object before, @Nullable Object after) {
    if (before == null ? after != null : !before.equals(after)) {
      changes.put(field, Change.of(before, after));
    }
  }
}
