/** The demo airport as the ground that is measured on. */
@NullMarked
package cx.slinga.demo;

import org.jspecify.annotations.NullMarked;
