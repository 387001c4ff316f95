/**
 * Cases and their verbs over HTTP. A verb answers with the new state of the case and its version.
 */
@NullMarked
package cx.slinga.api.cases;

import org.jspecify.annotations.NullMarked;
