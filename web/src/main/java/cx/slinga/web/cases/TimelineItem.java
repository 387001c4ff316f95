package cx.slinga.web.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a case, ready to show.
 *
 * @param css {@code late}, {@code ok} or empty
 * @param actor who did it; null for what time did
 * @param text what happened; after the actor's name where there is one
 * @param clock whether it concerns the clocks
 * @param note what the actor wrote; null for none
 */
public record TimelineItem(
    Instant at,
    String icon,
    String css,
    @Nullable String actor,
    String text,
    boolean clock,
    @Nullable String note) {}
