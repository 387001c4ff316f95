package cx.slinga.actionplan;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A decision about an action, and whose it was. */
public record ActionHistoryRow(
    Instant at,
    String personName,
    ActionStep.Kind step,
    @Nullable LocalDate fromDay,
    @Nullable LocalDate toDay,
    @Nullable String reason) {}
