package cx.slinga.web.audit;

import cx.slinga.audit.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the record, ready to be read.
 *
 * @param object what the entry is about, by its name where it has one
 * @param link where that is looked at; null when it has no screen
 * @param changes field by field
 * @param refusal why it was refused, in words; null when it was done
 */
public record AuditLine(
    AuditEntry entry,
    String object,
    @Nullable String link,
    List<Change> changes,
    @Nullable String refusal) {

  /**
   * One field.
   *
   * @param before null for nothing
   * @param after null for nothing
   */
  public record Change(String field, @Nullable String before, @Nullable String after) {}
}
