/** Departments and people over HTTP, for the keys that other calls take. */
@NullMarked
package cx.slinga.api.organisation;

import org.jspecify.annotations.NullMarked;
