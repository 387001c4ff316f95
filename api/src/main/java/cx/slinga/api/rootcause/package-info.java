/** Root causes to choose from, over HTTP. */
@NullMarked
package cx.slinga.api.rootcause;

import org.jspecify.annotations.NullMarked;
