package cx.slinga.web.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a case, ready to show.
 *
 * @param css {@code late}, {@code ok} or empty
 * @param actor who did it; null for what time did
 * @param text what happened; after the actor's name where there is one
 * @param about name of what it was done with, which follows the text; null for nothing
 * @param page path of the page of what it was done with; null for none
 * @param moved to which state the case came by it, as it is said; empty for none
 * @param clock whether it concerns the clocks
 * @param note what the actor wrote; null for none
 */
public record TimelineItem(
    Instant at,
    String icon,
    String css,
    @Nullable String actor,
    String text,
    @Nullable String about,
    @Nullable String page,
    String moved,
    boolean clock,
    @Nullable String note) {}
