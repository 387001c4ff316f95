package cx.slinga.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The demo airport as {@code airport.json} describes it: departments, one journey with its stages
 * and touchpoints in order, and the surveys.
 */
record Airport(List<Department> departments, Journey journey, List<Survey> surveys) {

  record Department(String key, String name, String calendar) {}

  record Journey(String key, String name, List<Stage> stages) {
    List<Touchpoint> touchpoints() {
      return stages.stream().flatMap(stage -> stage.touchpoints().stream()).toList();
    }
  }

  record Stage(String key, String name, List<Touchpoint> touchpoints) {}

  /**
   * @param department key of the department that answers for it
   * @param promise what the customer may expect there, in words the customer knows
   */
  record Touchpoint(String key, String name, String department, String promise) {}

  /**
   * @param mapping name of the resource beside this one that says which column is what
   * @param codes name of the resource that says what coded comments mean
   */
  record Survey(String key, String name, String mapping, String codes) {}

  /** Reads the definitions that ship with the product. */
  static Airport read() {
    try (JsonReader reader = Json.createReader(open("airport.json"))) {
      JsonObject root = reader.readObject();
      return new Airport(
          root.getJsonArray("departments").getValuesAs(JsonObject.class).stream()
              .map(d -> new Department(text(d, "key"), text(d, "name"), text(d, "calendar")))
              .toList(),
          journey(root.getJsonObject("journey")),
          root.getJsonArray("surveys").getValuesAs(JsonObject.class).stream()
              .map(
                  s ->
                      new Survey(
                          text(s, "key"), text(s, "name"), text(s, "mapping"), text(s, "codes")))
              .toList());
    }
  }

  private static Journey journey(JsonObject journey) {
    return new Journey(
        text(journey, "key"),
        text(journey, "name"),
        journey.getJsonArray("stages").getValuesAs(JsonObject.class).stream()
            .map(s -> new Stage(text(s, "key"), text(s, "name"), touchpoints(s)))
            .toList());
  }

  private static List<Touchpoint> touchpoints(JsonObject stage) {
    return stage.getJsonArray("touchpoints").getValuesAs(JsonObject.class).stream()
        .map(
            t ->
                new Touchpoint(
                    text(t, "key"), text(t, "name"), text(t, "department"), text(t, "promise")))
        .toList();
  }

  private static String text(JsonObject object, String name) {
    return object.getString(name);
  }

  /** A file of this package; the caller closes it. */
  static InputStream open(String name) {
    InputStream found = Airport.class.getResourceAsStream(name);
    if (found == null) {
      throw new IllegalStateException("not in the product: cx/slinga/demo/" + name);
    }
    return found;
  }

  /** A text file of this package. */
  static String text(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
