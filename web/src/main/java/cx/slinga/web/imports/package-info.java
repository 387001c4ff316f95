/** Bringing survey files in and seeing what became of each row. */
@NullMarked
package cx.slinga.web.imports;

import org.jspecify.annotations.NullMarked;
