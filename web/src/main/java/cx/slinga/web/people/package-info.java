/** Who works here, who is away, and what becomes of the work of those who leave. */
@NullMarked
package cx.slinga.web.people;

import org.jspecify.annotations.NullMarked;
