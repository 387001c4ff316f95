package cx.slinga.rules;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How rules are kept. Only what was checked before is ever written, so reading trusts it. */
final class RulesJson {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private RulesJson() {}

  static String write(SurveyRules rules) {
    return Json.createObjectBuilder()
        .add("negativity", array(rules.negativity(), rule -> rule(rule.name(), rule.when())))
        .add(
            "severity",
            array(
                rules.severity(),
                rule -> rule(rule.name(), rule.when()).add("then", rule.then().name())))
        .build()
        .toString();
  }

  static String write(RoutingRules rules) {
    return Json.createObjectBuilder()
        .add(
            "rules",
            array(
                rules.rules(),
                rule -> {
                  JsonObjectBuilder object =
                      rule(rule.name(), rule.when())
                          .add("department", rule.department().toString())
                          .add("sharing", rule.sharing().name());
                  UUID person = rule.person();
                  return person == null ? object : object.add("person", person.toString());
                }))
        .build()
        .toString();
  }

  static SurveyRules survey(int version, String json) {
    JsonObject object = read(json);
    return new SurveyRules(
        version,
        objects(object, "negativity").stream()
            .map(rule -> new NegativityRule(name(rule), conditions(rule)))
            .toList(),
        objects(object, "severity").stream()
            .map(
                rule ->
                    new SeverityRule(
                        name(rule), conditions(rule), SeverityStep.valueOf(rule.getString("then"))))
            .toList());
  }

  static RoutingRules routing(int version, String json) {
    return new RoutingRules(
        version,
        objects(read(json), "rules").stream()
            .map(
                rule ->
                    new RoutingRule(
                        name(rule),
                        conditions(rule),
                        UUID.fromString(rule.getString("department")),
                        rule.containsKey("person")
                            ? UUID.fromString(rule.getString("person"))
                            : null,
                        Sharing.valueOf(rule.getString("sharing"))))
            .toList());
  }

  private static JsonObject read(String json) {
    try (JsonReader reader = READERS.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private static List<JsonObject> objects(JsonObject object, String name) {
    return object.getJsonArray(name).getValuesAs(JsonObject.class);
  }

  private static @Nullable String name(JsonObject rule) {
    return rule.getString("name", null);
  }

  private static List<Condition> conditions(JsonObject rule) {
    return objects(rule, "when").stream()
        .map(
            condition ->
                new Condition(
                    Subject.valueOf(condition.getString("subject")),
                    condition.getJsonArray("values").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()))
        .toList();
  }

  private static JsonObjectBuilder rule(@Nullable String name, List<Condition> when) {
    JsonObjectBuilder rule = Json.createObjectBuilder();
    if (name != null) {
      rule.add("name", name);
    }
    JsonArray conditions =
        array(
                when,
                condition ->
                    Json.createObjectBuilder()
                        .add("subject", condition.subject().name())
                        .add("values", Json.createArrayBuilder(condition.values())))
            .build();
    return rule.add("when", conditions);
  }

  private static <T> JsonArrayBuilder array(
      List<T> items, Function<T, JsonObjectBuilder> toObject) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    items.forEach(item -> array.add(toObject.apply(item)));
    return array;
  }
}
