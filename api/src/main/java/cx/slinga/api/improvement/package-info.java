/** Improvement projects, for programs. */
@NullMarked
package cx.slinga.api.improvement;

import org.jspecify.annotations.NullMarked;
