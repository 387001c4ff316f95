package cx.slinga.demo;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.rootcause.Branch;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the demo's staff find and do, as {@code follow-up.json} describes it. All of it is invented
 * and none of it is a passenger's.
 *
 * @param notes for the contact log, marked as the demo's
 */
record FollowUp(List<RootCause> causes, Map<ContactOutcome, List<String>> notes) {

  /**
   * @param touchpoint key of what causes it
   * @param codes coded comments that speak of it
   * @param symptoms keys of touchpoints where it is felt, for answers without such a comment
   * @param tree what hangs on the usual branches; an asterisk marks the way to the root cause
   * @param evidence for the last why, or null
   * @param escape why it was not noticed before, or null
   */
  record RootCause(
      String title,
      String touchpoint,
      List<String> codes,
      List<String> symptoms,
      List<String> whys,
      List<Planned> actions,
      Map<Branch, List<String>> tree,
      @Nullable String evidence,
      @Nullable String escape,
      boolean confirmed) {}

  record Planned(ActionKind kind, String title) {}

  /** Reads what ships with the product. */
  static FollowUp read() {
    try (JsonReader reader = Json.createReader(Airport.open("follow-up.json"))) {
      JsonObject root = reader.readObject();
      Map<ContactOutcome, List<String>> notes = new EnumMap<>(ContactOutcome.class);
      JsonObject texts = root.getJsonObject("notes");
      for (String outcome : texts.keySet()) {
        notes.put(ContactOutcome.valueOf(outcome), texts(texts, outcome));
      }
      return new FollowUp(
          root.getJsonArray("causes").getValuesAs(JsonObject.class).stream()
              .map(FollowUp::cause)
              .toList(),
          notes);
    }
  }

  private static RootCause cause(JsonObject cause) {
    JsonArray actions = cause.getJsonArray("actions");
    return new RootCause(
        cause.getString("title"),
        cause.getString("touchpoint"),
        texts(cause, "codes"),
        texts(cause, "symptoms"),
        texts(cause, "whys"),
        actions.getValuesAs(JsonObject.class).stream()
            .map(a -> new Planned(ActionKind.valueOf(a.getString("kind")), a.getString("title")))
            .toList(),
        tree(cause),
        cause.getString("evidence", null),
        cause.getString("escape", null),
        cause.getBoolean("confirmed", false));
  }

  private static Map<Branch, List<String>> tree(JsonObject cause) {
    Map<Branch, List<String>> tree = new EnumMap<>(Branch.class);
    JsonObject branches = cause.getJsonObject("tree");
    if (branches != null) {
      for (String branch : branches.keySet()) {
        tree.put(Branch.valueOf(branch), texts(branches, branch));
      }
    }
    return tree;
  }

  private static List<String> texts(JsonObject object, String name) {
    return object.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  /**
   * The cause that the first telling comment speaks of, else the one of the touchpoint.
   *
   * @param codes of the answer, in the order in which they count
   * @param symptom key of the touchpoint where it went worst, or null
   */
  Optional<RootCause> behind(List<String> codes, @Nullable String symptom) {
    for (String code : codes) {
      for (RootCause cause : causes) {
        if (cause.codes().contains(code)) {
          return Optional.of(cause);
        }
      }
    }
    return causes.stream().filter(cause -> cause.symptoms().contains(symptom)).findFirst();
  }
}
