package cx.slinga.web.audit;

import cx.slinga.audit.AuditEntry;
import cx.slinga.shared.Messages;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns entries, which hold ids, into lines that a person reads. */
final class AuditLines {
  private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern ARGUMENT = Pattern.compile("\\{[^}]*}");

  private AuditLines() {}

  /** Every id that the entries mention. */
  static Set<UUID> ids(List<AuditEntry> entries) {
    Set<UUID> ids = new HashSet<>();
    for (AuditEntry entry : entries) {
      ID.matcher(entry.objectId() + " " + entry.changes())
          .results()
          .forEach(found -> ids.add(UUID.fromString(found.group())));
    }
    return ids;
  }

  /** The line, with names where there are any and beginnings of ids where there are none. */
  static AuditLine of(AuditEntry entry, Map<String, String> names, Locale language) {
    String reason = entry.reason();
    return new AuditLine(
        entry,
        named(entry.objectId(), names),
        link(entry),
        changes(entry.changes(), names),
        reason == null ? null : words(reason, language));
  }

  private static List<AuditLine.Change> changes(String json, Map<String, String> names) {
    List<AuditLine.Change> changes = new ArrayList<>();
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      JsonObject fields = reader.readObject();
      fields.forEach(
          (field, value) -> {
            JsonArray pair = value.asJsonArray();
            changes.add(
                new AuditLine.Change(field, text(pair.get(0), names), text(pair.get(1), names)));
          });
    }
    return changes;
  }

  private static @Nullable String text(JsonValue value, Map<String, String> names) {
    if (value.getValueType() == JsonValue.ValueType.NULL) {
      return null;
    }
    return named(value instanceof JsonString text ? text.getString() : value.toString(), names);
  }

  private static String named(String value, Map<String, String> names) {
    String name = names.get(value);
    if (name != null) {
      return name;
    }
    return ID.matcher(value).matches() ? value.substring(0, 8) + "…" : value;
  }

  private static @Nullable String link(AuditEntry entry) {
    String id = URLEncoder.encode(entry.objectId(), StandardCharsets.UTF_8);
    return switch (entry.objectType()) {
      case "case" -> "/cases/view.xhtml?number=" + id;
      case "project" -> "/projects/view.xhtml?number=" + id;
      case "cause" -> "/causes/view.xhtml?id=" + id;
      case "action" -> "/actions/view.xhtml?id=" + id;
      case "import" -> "/imports/view.xhtml?id=" + id;
      default -> null;
    };
  }

  /** The record keeps which rule refused, not about what: the places of the arguments stay open. */
  private static String words(String reason, Locale language) {
    return ARGUMENT.matcher(Messages.text(language, reason, List.of())).replaceAll("…");
  }
}
