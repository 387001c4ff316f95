/** Actions: who has to do what by when, over all plans; and one action with its history. */
@NullMarked
package cx.slinga.web.actions;

import org.jspecify.annotations.NullMarked;
