/**
 * A file becomes responses: read as a stream and stored a batch a transaction, with a checkpoint,
 * so that a killed import goes on without losing or doubling a row. Bad rows are kept as rejected
 * rows with line and reason.
 */
@NullMarked
package cx.slinga.imports;

import org.jspecify.annotations.NullMarked;
