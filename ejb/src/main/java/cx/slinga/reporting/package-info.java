/** Excel. The only user of Apache POI. */
@NullMarked
package cx.slinga.reporting;

import org.jspecify.annotations.NullMarked;
