package cx.slinga.organisation;

import cx.slinga.shared.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The customers behind the answers, kept in bulk and in the caller's transaction. */
public final class Customers {
  private Customers() {}

  /**
   * Keeps what is said of these customers, a fixed number of statements for however many. They stay
   * locked until the transaction ends: of two that take in answers of the same customer one waits.
   *
   * @return id by key
   */
  public static Map<String, UUID> keep(Handle h, Collection<CustomerFacts> said) {
    if (said.isEmpty()) {
      return Map.of();
    }
    SortedMap<String, CustomerFacts> byKey = new TreeMap<>();
    said.forEach(facts -> byKey.merge(facts.key(), facts, CustomerFacts::updatedBy));
    List<CustomerFacts> customers = new ArrayList<>(byKey.values());
    String[] keys = byKey.keySet().toArray(String[]::new);
    // in the order of the keys, so that no two wait for each other
    h.createUpdate(
            "insert into customers (id, key) select s.id, s.key from unnest(:ids, :keys) as s(id,"
                + " key) order by s.key collate \"C\" on conflict (key) do update set key ="
                + " excluded.key where false")
        .bind("ids", Stream.generate(Ids::next).limit(keys.length).toArray(UUID[]::new))
        .bind("keys", keys)
        .execute();
    h.createUpdate(
            "update customers c set name = coalesce(s.name, c.name), email = coalesce(s.email,"
                + " c.email), phone = coalesce(s.phone, c.phone), segment = coalesce(s.segment,"
                + " c.segment), language = coalesce(s.language, c.language), value ="
                + " coalesce(s.value, c.value), consent = coalesce(cast(s.consent as boolean),"
                + " c.consent), no_contact = coalesce(not cast(s.consent as boolean),"
                + " c.no_contact), churn_state = coalesce(s.churn, c.churn_state),"
                + " version = c.version + 1 from"
                + " unnest(:keys, :names, :emails, :phones, :segments, :languages, :values,"
                + " :consents, :churns) as s(key, name, email, phone, segment, language, value,"
                + " consent, churn) where c.key = s.key and (c.name, c.email, c.phone, c.segment,"
                + " c.language, c.value, c.consent, c.no_contact, c.churn_state) is distinct from"
                + " (coalesce(s.name, c.name), coalesce(s.email, c.email), coalesce(s.phone,"
                + " c.phone), coalesce(s.segment, c.segment), coalesce(s.language, c.language),"
                + " coalesce(s.value, c.value), coalesce(cast(s.consent as boolean), c.consent),"
                + " coalesce(not cast(s.consent as boolean), c.no_contact), coalesce(s.churn,"
                + " c.churn_state))")
        .bind("keys", keys)
        .bind("names", column(customers, CustomerFacts::name))
        .bind("emails", column(customers, CustomerFacts::email))
        .bind("phones", column(customers, CustomerFacts::phone))
        .bind("segments", column(customers, CustomerFacts::segment))
        .bind("languages", column(customers, CustomerFacts::language))
        .bind("values", column(customers, c -> word(c.value())))
        .bind("consents", column(customers, c -> word(c.consent())))
        .bind("churns", column(customers, c -> word(c.churnState())))
        .execute();
    Map<String, UUID> ids = new HashMap<>();
    h.createQuery("select key, id from customers where key = any(:keys)")
        .bind("keys", keys)
        .map((row, context) -> Map.entry(row.getString("key"), row.getObject("id", UUID.class)))
        .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
    return ids;
  }

  /**
   * What an answer itself suggests of its customer, where nobody has said it.
   *
   * @param segment null for nothing
   * @param language null for nothing
   */
  public record Hint(String key, @Nullable String segment, @Nullable String language) {}

  /** Takes over segments and languages of answers where they are not known. One statement. */
  public static void suggest(Handle h, Collection<Hint> hints) {
    if (hints.isEmpty()) {
      return;
    }
    SortedMap<String, Hint> byKey = new TreeMap<>();
    hints.forEach(hint -> byKey.put(hint.key(), hint));
    h.createUpdate(
            "update customers c set segment = coalesce(c.segment, s.segment), language ="
                + " coalesce(c.language, s.language) from unnest(:keys, :segments, :languages) as"
                + " s(key, segment, language) where c.key = s.key and (c.segment is null and"
                + " s.segment is not null or c.language is null and s.language is not null)")
        .bind("keys", byKey.keySet().toArray(String[]::new))
        .bind("segments", byKey.values().stream().map(Hint::segment).toArray(String[]::new))
        .bind("languages", byKey.values().stream().map(Hint::language).toArray(String[]::new))
        .execute();
  }

  private interface Field {
    @Nullable String of(CustomerFacts customer);
  }

  private static String[] column(List<CustomerFacts> customers, Field field) {
    return customers.stream().map(field::of).toArray(String[]::new);
  }

  private static @Nullable String word(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
