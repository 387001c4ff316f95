package cx.slinga.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file that was not taken in.
 *
 * @param line where it begins in the file, from 1
 * @param reason key of {@link cx.slinga.shared.Messages}
 * @param args values for the reason's placeholders
 * @param excerpt beginning of the row, without the columns that are never stored
 */
public record RejectionRow(long line, String reason, List<String> args, @Nullable String excerpt) {}
