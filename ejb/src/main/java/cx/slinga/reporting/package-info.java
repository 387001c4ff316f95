/**
 * Excel. The only user of Apache POI. A workbook is streamed through files of the machine, so that
 * its size costs disk and not memory; it leaves the house only when it is complete, holds as many
 * rows as the database counted in the same snapshot, and stands in the record.
 */
@NullMarked
package cx.slinga.reporting;

import org.jspecify.annotations.NullMarked;
