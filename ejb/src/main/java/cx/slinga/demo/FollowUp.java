package cx.slinga.demo;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.improvement.ProjectState;
import cx.slinga.rootcause.Branch;
import jakarta.json.Json;
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
 * @param projects that remove some of them
 * @param notes for the contact log, marked as the demo's
 */
record FollowUp(
    List<RootCause> causes, List<Project> projects, Map<ContactOutcome, List<String>> notes) {

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

  /**
   * @param cause title of the one that it removes
   * @param state how far it has come
   */
  record Project(
      String title,
      String aim,
      String cause,
      ProjectState state,
      int impact,
      int confidence,
      int effort,
      List<Planned> actions) {}

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
          root.getJsonArray("projects").getValuesAs(JsonObject.class).stream()
              .map(FollowUp::project)
              .toList(),
          notes);
    }
  }

  private static Project project(JsonObject project) {
    return new Project(
        project.getString("title"),
        project.getString("aim"),
        project.getString("cause"),
        ProjectState.valueOf(project.getString("state")),
        project.getInt("impact"),
        project.getInt("confidence"),
        project.getInt("effort"),
        planned(project));
  }

  private static List<Planned> planned(JsonObject of) {
    return of.getJsonArray("actions").getValuesAs(JsonObject.class).stream()
        .map(a -> new Planned(ActionKind.valueOf(a.getString("kind")), a.getString("title")))
        .toList();
  }

  private static RootCause cause(JsonObject cause) {
    return new RootCause(
        cause.getString("title"),
        cause.getString("touchpoint"),
        texts(cause, "codes"),
        texts(cause, "symptoms"),
        texts(cause, "whys"),
        planned(cause),
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
