@NullMarked
package cx.slinga.api;

import org.jspecify.annotations.NullMarked;
