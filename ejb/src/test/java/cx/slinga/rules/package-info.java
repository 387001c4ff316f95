@NullMarked
package cx.slinga.rules;

import org.jspecify.annotations.NullMarked;
