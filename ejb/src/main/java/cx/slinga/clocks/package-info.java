/**
 * The three promises of a case and how long each has run: append-only segments, the service levels
 * in versions, and the due times that are computed from both. Pure, but for reading and keeping the
 * versions; which case a clock belongs to is the business of {@code cases}.
 */
@NullMarked
package cx.slinga.clocks;

import org.jspecify.annotations.NullMarked;
