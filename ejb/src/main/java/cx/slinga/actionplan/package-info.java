/**
 * What will be done about it: actions with owner and deadline. The first deadline stays visible
 * when it is moved.
 */
@NullMarked
package cx.slinga.actionplan;

import org.jspecify.annotations.NullMarked;
