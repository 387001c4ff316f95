/** Surveys over HTTP, for the keys that other calls take. */
@NullMarked
package cx.slinga.api.survey;

import org.jspecify.annotations.NullMarked;
