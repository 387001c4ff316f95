/**
 * Intake: a file becomes responses. Parsing is pure and streams; storing is set-based, a batch a
 * transaction, with a checkpoint, so that a killed import goes on without losing or doubling a row.
 * Bad rows are kept as rejected rows with line and reason.
 */
@NullMarked
package cx.slinga.feedback;

import org.jspecify.annotations.NullMarked;
