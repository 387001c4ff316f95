/** What leaves the house, and what could not. */
@NullMarked
package cx.slinga.web.outbox;

import org.jspecify.annotations.NullMarked;
