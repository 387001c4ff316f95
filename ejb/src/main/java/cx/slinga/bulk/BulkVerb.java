package cx.slinga.bulk;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.cases.Case;
import cx.slinga.security.Caller;
import cx.slinga.shared.DomainEvent;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A verb that a bulk job can do. Features above bring their own: each bean of this type is known by
 * its {@link #name}. The rule of the single verb is called, not repeated: what refuses one case
 * refuses the same case among many, with the same words.
 */
public interface BulkVerb {
  /** As a request names it, for example {@code assign}. */
  String name();

  /** Who may do the single verb; asked again before each step of the job. */
  Set<String> roles();

  /**
   * Checks what is the same for all cases; at the request, and again before each step.
   *
   * @throws cx.slinga.shared.BusinessException of the field that is wrong
   */
  OnOne prepare(Caller caller, BulkInput input);

  /** The verb, ready to be done to one case after the other. */
  interface OnOne {
    /**
     * Does it to a case that the caller may work on.
     *
     * @return what happened, for the record
     * @throws cx.slinga.shared.BusinessException when this case refuses; it is then unchanged
     */
    List<? extends DomainEvent> apply(Case one);

    /**
     * Checks, at the request, what depends on whose calendars the cases follow. What is wrong with
     * some of them only is left to {@link #apply}, which names those.
     *
     * @throws cx.slinga.shared.BusinessException of the field that is wrong for all of them
     */
    default void check(Set<CalendarKey> calendars) {}

    /**
     * How to write the same change to many cases with one statement; null leaves it to Hibernate,
     * one statement a case. The rule is the entity's all the same: it has been asked of each.
     */
    default @Nullable SetChange setChange() {
      return null;
    }
  }

  /** One statement for all cases that did not refuse. */
  interface SetChange {
    /** Writes what {@link OnOne#apply} changed in each, and counts up its version. */
    void write(Handle handle, UUID[] ids);
  }
}
