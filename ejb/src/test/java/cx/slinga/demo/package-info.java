/** The demo's definitions are complete and fit each other. */
@NullMarked
package cx.slinga.demo;

import org.jspecify.annotations.NullMarked;
