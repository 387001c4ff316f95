/** The sweep through deadlines, as the benchmarks drive it. */
@NullMarked
package cx.slinga.notification;

import org.jspecify.annotations.NullMarked;
