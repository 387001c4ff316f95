/** Filters of the case list that a person keeps under a name. */
@NullMarked
package cx.slinga.savedview;

import org.jspecify.annotations.NullMarked;
