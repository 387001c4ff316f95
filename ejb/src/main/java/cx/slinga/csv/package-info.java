/**
 * CSV files as companies really send them: encoding and separator found out, and a broken record
 * that costs only itself. Knows nothing of responses.
 */
@NullMarked
package cx.slinga.csv;

import org.jspecify.annotations.NullMarked;
