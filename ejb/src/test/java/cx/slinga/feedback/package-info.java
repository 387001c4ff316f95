@NullMarked
package cx.slinga.feedback;

import org.jspecify.annotations.NullMarked;
