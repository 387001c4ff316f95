package cx.slinga.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it is.
 *
 * @param survey key of the survey
 * @param requestedBy name of the person
 * @param recordsRead rows read so far: those accepted, known and rejected
 * @param accepted rows stored as new responses
 * @param scored of the accepted, those with a score
 * @param known rows whose response was there already; nothing was changed
 * @param rejected rows that were not taken in; the first 10,000 are kept
 * @param warnings values that were left out of accepted rows
 * @param failureKey why it failed, a key of {@link cx.slinga.shared.Messages}
 */
public record ImportRow(
    UUID id,
    String fileName,
    String survey,
    String surveyName,
    ImportState state,
    String requestedBy,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long sizeBytes,
    long bytesRead,
    long recordsRead,
    long accepted,
    long scored,
    long known,
    long rejected,
    long warnings,
    long casesOpened,
    boolean followUp,
    @Nullable String failureKey,
    List<String> failureArgs) {

  /** How much of the file has been taken in, 0 to 100; 100 only when done. */
  public int percent() {
    if (state == ImportState.DONE) {
      return 100;
    }
    return sizeBytes == 0 ? 0 : (int) Math.min(99, bytesRead * 100 / sizeBytes);
  }
}
