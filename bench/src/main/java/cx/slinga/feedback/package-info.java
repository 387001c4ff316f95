/** Intake put together as the container does it. */
@NullMarked
package cx.slinga.feedback;

import org.jspecify.annotations.NullMarked;
