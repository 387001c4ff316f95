package cx.slinga.feedback;

import cx.slinga.feedback.SurveyMapping.AnsweredOn;
import cx.slinga.feedback.SurveyMapping.Aspect;
import cx.slinga.feedback.SurveyMapping.Attribute;
import cx.slinga.feedback.SurveyMapping.Coded;
import cx.slinga.feedback.SurveyMapping.CodedComments;
import cx.slinga.feedback.SurveyMapping.DateForm;
import cx.slinga.feedback.SurveyMapping.Item;
import cx.slinga.feedback.SurveyMapping.Scored;
import cx.slinga.feedback.SurveyMapping.Unknown;
import cx.slinga.feedback.SurveyMapping.Words;
import cx.slinga.feedback.SurveyMapping.YesNo;
import cx.slinga.shared.BusinessException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mapping from JSON, strictly: what it does not know or misses it names, rather than
 * importing something else than its author meant.
 */
public final class SurveyMappingReader {

  private SurveyMappingReader() {}

  /**
   * @throws BusinessException naming the property that is unknown, absent or wrong
   */
  public static SurveyMapping read(String json) {
    JsonValue root;
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      root = reader.readValue();
    } catch (JsonException notJson) {
      throw refusal("import.mapping.not-json", firstLine(notJson.getMessage()));
    }
    return mapping(new Node("", root));
  }

  private static SurveyMapping mapping(Node root) {
    String id = root.needed("id").text();
    AnsweredOn answeredOn = answeredOn(root.needed("answeredOn"));
    Scored score = scored(root.needed("score"));
    Node overall = root.optional("overall");
    Node items = root.optional("items");
    Node comments = root.optional("comments");
    Node words = root.optional("words");
    Node problem = root.optional("problem");
    Node language = root.optional("language");
    Node segment = root.optional("segment");
    Node weight = root.optional("weight");
    Node attributes = root.optional("attributes");
    Node neverStore = root.optional("neverStore");
    Node customer = root.optional("customer");
    SurveyMapping mapping =
        new SurveyMapping(
            id,
            answeredOn,
            score,
            overall == null ? null : scored(overall),
            items == null ? List.of() : items(items),
            comments == null ? List.of() : comments.elements(SurveyMappingReader::comments),
            words == null ? null : words(words),
            problem == null ? null : problem(problem),
            language == null ? null : coded(language),
            segment == null ? null : coded(segment),
            weight == null ? null : weight.text(),
            attributes == null ? List.of() : attributes.elements(SurveyMappingReader::attribute),
            neverStore == null ? List.of() : neverStore.elements(Node::text),
            customer == null ? null : customer(customer));
    root.nothingElse();
    return mapping;
  }

  private static AnsweredOn answeredOn(Node node) {
    String column = node.needed("column").text();
    DateForm form = node.needed("form").word(DateForm.class);
    int year = 0;
    int month = 0;
    if (form == DateForm.DAY_OF_MONTH) {
      year = node.needed("year").number();
      month = node.needed("month").number();
    }
    node.nothingElse();
    try {
      return new AnsweredOn(column, form, year, month);
    } catch (IllegalArgumentException outOfRange) {
      throw wrong(node);
    }
  }

  private static Scored scored(Node node) {
    Scored scored = scale(node);
    node.nothingElse();
    return scored;
  }

  private static Scored scale(Node node) {
    String column = node.needed("column").text();
    int from = node.needed("from").number();
    int to = node.needed("to").number();
    Node missing = node.optional("missing");
    if (from >= to || from < -1000 || to > 1000) {
      throw wrong(node);
    }
    return new Scored(column, from, to, missing == null ? Set.of() : missing.texts());
  }

  private static List<Item> items(Node node) {
    List<Item> items = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Node element : node.elements(e -> e)) {
      Scored rating = scale(element);
      String touchpoint = element.needed("touchpoint").text();
      Aspect what = element.needed("what").word(Aspect.class);
      element.nothingElse();
      String key = keys.contains(touchpoint) ? touchpoint + ":" + what.word() : touchpoint;
      if (!keys.add(key)) {
        throw wrong(element);
      }
      items.add(new Item(rating, touchpoint, what, key));
    }
    return items;
  }

  private static CodedComments comments(Node node) {
    String list = node.needed("list").text();
    List<String> columns = node.needed("columns").elements(Node::text);
    Unknown unknown = node.needed("unknown").word(Unknown.class);
    Node touchpoints = node.optional("codeTouchpoints");
    Map<String, String> codeTouchpoints = new LinkedHashMap<>();
    if (touchpoints != null) {
      // grouped by touchpoint, as a person checks it
      touchpoints.forEach(
          (touchpoint, codes) -> {
            for (String code : codes.texts()) {
              if (codeTouchpoints.put(code, touchpoint) != null) {
                throw wrong(codes);
              }
            }
          });
    }
    node.nothingElse();
    return new CodedComments(list, columns, unknown, codeTouchpoints);
  }

  private static Words words(Node node) {
    String column = node.needed("column").text();
    Node missing = node.optional("missing");
    node.nothingElse();
    return new Words(column, missing == null ? Set.of() : missing.texts());
  }

  private static YesNo problem(Node node) {
    YesNo problem =
        new YesNo(
            node.needed("column").text(), node.needed("yes").texts(), node.needed("no").texts());
    node.nothingElse();
    return problem;
  }

  private static Coded coded(Node node) {
    Coded coded = new Coded(node.needed("column").text(), node.needed("values").textsByName());
    node.nothingElse();
    return coded;
  }

  private static CustomerColumns customer(Node node) {
    CustomerColumns columns =
        new CustomerColumns(
            node.needed("key").text(),
            text(node.optional("name")),
            text(node.optional("email")),
            text(node.optional("phone")),
            text(node.optional("language")),
            text(node.optional("segment")),
            text(node.optional("value")));
    node.nothingElse();
    return columns;
  }

  private static @Nullable String text(@Nullable Node node) {
    return node == null ? null : node.text();
  }

  private static Attribute attribute(Node node) {
    String name = node.needed("name").text();
    String column = node.needed("column").text();
    Node values = node.optional("values");
    node.nothingElse();
    return new Attribute(name, column, values == null ? Map.of() : values.textsByName());
  }

  private static BusinessException refusal(String key, Object... args) {
    return new BusinessException(key, args);
  }

  private static BusinessException wrong(Node node) {
    return refusal("import.mapping.wrong-value", node.path.isEmpty() ? "{}" : node.path);
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private interface Reading<T> {
    T of(Node node);
  }

  private interface EachProperty {
    void accept(String name, Node value);
  }

  /** A JSON value that knows where it stands and which of its properties were asked for. */
  private static final class Node {
    private final String path;
    private final JsonValue value;
    private final Set<String> asked = new HashSet<>();

    Node(String path, JsonValue value) {
      this.path = path;
      this.value = value;
    }

    Node needed(String name) {
      Node found = optional(name);
      if (found == null) {
        throw refusal("import.mapping.missing-property", below(name));
      }
      return found;
    }

    @Nullable Node optional(String name) {
      asked.add(name);
      JsonValue found = object().get(name);
      return found == null || found.getValueType() == JsonValue.ValueType.NULL
          ? null
          : new Node(below(name), found);
    }

    void nothingElse() {
      for (String name : object().keySet()) {
        if (!asked.contains(name)) {
          throw refusal("import.mapping.unknown-property", below(name));
        }
      }
    }

    String text() {
      if (value instanceof JsonString string && !string.getString().isBlank()) {
        return string.getString();
      }
      throw wrong(this);
    }

    int number() {
      if (value instanceof JsonNumber number) {
        try {
          return number.intValueExact();
        } catch (ArithmeticException notWhole) {
          throw wrong(this);
        }
      }
      throw wrong(this);
    }

    <E extends Enum<E>> E word(Class<E> words) {
      String text = text();
      for (E word : words.getEnumConstants()) {
        if (word.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
          return word;
        }
      }
      throw wrong(this);
    }

    <T> List<T> elements(Reading<T> reading) {
      if (!(value instanceof JsonArray array)) {
        throw wrong(this);
      }
      List<T> elements = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        elements.add(reading.of(new Node(path + "[" + i + "]", array.get(i))));
      }
      return elements;
    }

    /** Strings, of which one may be empty. */
    Set<String> texts() {
      return new LinkedHashSet<>(
          elements(
              node -> {
                if (node.value instanceof JsonString string) {
                  return string.getString();
                }
                throw wrong(node);
              }));
    }

    Map<String, String> textsByName() {
      Map<String, String> texts = new LinkedHashMap<>();
      forEach((name, node) -> texts.put(name, node.text()));
      return texts;
    }

    void forEach(EachProperty action) {
      object().forEach((name, found) -> action.accept(name, new Node(below(name), found)));
    }

    private String below(String name) {
      return path.isEmpty() ? name : path + "." + name;
    }

    private JsonObject object() {
      if (value instanceof JsonObject object) {
        return object;
      }
      throw wrong(this);
    }
  }
}
