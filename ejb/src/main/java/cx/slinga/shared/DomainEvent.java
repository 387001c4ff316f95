package cx.slinga.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, in the past tense. Returned by an entity's verb, fired by the service,
 * recorded by the audit trail in the same transaction.
 */
public interface DomainEvent {
  /** The verb as the record shows it, for example {@code case.closed}. */
  String verb();

  /** What kind of object it happened to, for example {@code case}. */
  String objectType();

  /** The object as users name it, for example {@code SL-2026-000123}. */
  String objectId();

  /** Field name to before and after: ids, states, dates and counts, never customers' words. */
  default Map<String, Change> changes() {
    return Map.of();
  }

  /** One field before and after; null stands for none. */
  record Change(@Nullable String before, @Nullable String after) {
    public static Change of(@Nullable Object before, @Nullable Object after) {
      return new Change(
          before == null ? null : before.toString(), after == null ? null : after.toString());
    }

    /** A field that had no value before. */
    public static Change to(@Nullable Object after) {
      return of(null, after);
    }
  }
}
