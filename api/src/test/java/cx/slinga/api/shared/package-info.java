@NullMarked
package cx.slinga.api.shared;

import org.jspecify.annotations.NullMarked;
