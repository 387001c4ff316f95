/** Call-backs agreed with the customer: the window that suits them, and what came of it. */
@NullMarked
package cx.slinga.callback;

import org.jspecify.annotations.NullMarked;
