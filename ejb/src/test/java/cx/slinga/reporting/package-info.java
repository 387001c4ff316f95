/** Workbooks are read back and say what was put in. */
@NullMarked
package cx.slinga.reporting;

import org.jspecify.annotations.NullMarked;
