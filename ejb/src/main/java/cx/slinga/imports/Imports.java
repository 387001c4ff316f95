package cx.slinga.imports;

import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.JobTable;
import cx.slinga.survey.Survey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports and their uploaded files, in the caller's transaction. */
@ApplicationScoped
public class Imports {
  /** Largest file, in bytes. */
  public static final long MAX_BYTES = 200L << 20;

  /** After this long without a sign of life another server may take an import over. */
  static final Duration LEASE = JobTable.LEASE;

  private static final JobTable JOBS = new JobTable("imports");

  static final int PIECE_BYTES = 1 << 20;

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected Imports() {}

  @Inject
  public Imports(Database database) {
    this.database = database;
  }

  /** An import that somebody works on. */
  record Job(
      UUID id,
      UUID surveyId,
      boolean followUp,
      int spreadDays,
      String requestedBy,
      long recordsRead) {}

  /** Counts of one batch, or of the whole. */
  record Counts(
      long recordsRead, long accepted, long scored, long known, long rejected, long warnings) {}

  /** The kept file. */
  record Kept(long sizeBytes, String sha256) {}

  /**
   * Queues an import and keeps its file.
   *
   * @param head the beginning of the file, already read; {@code rest} is what follows
   * @throws BusinessException of the field {@code file} when it is too big
   */
  Kept queue(
      UUID id,
      Survey survey,
      String fileName,
      List<String> header,
      boolean followUp,
      int spreadDays,
      String requestedBy,
      Instant at,
      byte[] head,
      InputStream rest) {
    database.write(
        h ->
            h.createUpdate(
                    "insert into imports (id, survey_id, file_name, size_bytes, sha256, follow_up,"
                        + " state, requested_by, requested_at, opening_spread_days, header) values"
                        + " (:id, :survey, :fileName, 0, '', :followUp, 'QUEUED', :requestedBy,"
                        + " :at, :spreadDays, :header)")
                .bind("id", id)
                .bind("survey", survey.id())
                .bind("fileName", fileName)
                .bind("followUp", followUp)
                .bind("requestedBy", requestedBy)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("spreadDays", spreadDays)
                .bind("header", header.toArray(new String[0]))
                .execute());
    Kept kept = keep(id, new SequenceInputStream(new ByteArrayInputStream(head), rest));
    database.write(
        h ->
            h.createUpdate("update imports set size_bytes = :size, sha256 = :sha where id = :id")
                .bind("id", id)
                .bind("size", kept.sizeBytes())
                .bind("sha", kept.sha256())
                .execute());
    return kept;
  }

  private Kept keep(UUID id, InputStream content) {
    MessageDigest digest = sha256();
    long size = 0;
    try {
      for (int position = 0; ; position++) {
        byte[] piece = content.readNBytes(PIECE_BYTES);
        if (piece.length == 0) {
          return new Kept(size, HexFormat.of().formatHex(digest.digest()));
        }
        size += piece.length;
        if (size > MAX_BYTES) {
          throw BusinessException.ofField("file", "import.file-too-big", MAX_BYTES >> 20);
        }
        digest.update(piece);
        int at = position;
        database.write(
            h ->
                h.createUpdate("insert into import_chunks values (:id, :position, :bytes)")
                    .bind("id", id)
                    .bind("position", at)
                    .bind("bytes", piece)
                    .execute());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The kept file from its beginning. Each piece is read when it is needed. */
  InputStream content(UUID id) {
    return new Pieces(id);
  }

  /** Imports that nobody works on, the oldest first. */
  List<UUID> waiting(Instant now) {
    return database.read(h -> JOBS.waiting(h, now));
  }

  /** Takes an import that nobody works on; null when somebody does or it has ended. */
  @Nullable Job take(UUID id, Instant now) {
    return database
        .read(
            h ->
                JOBS.take(
                    h,
                    id,
                    now,
                    "id, survey_id, follow_up, opening_spread_days, requested_by, records_read",
                    (row, context) ->
                        new Job(
                            row.getObject("id", UUID.class),
                            row.getObject("survey_id", UUID.class),
                            row.getBoolean("follow_up"),
                            row.getInt("opening_spread_days"),
                            row.getString("requested_by"),
                            row.getLong("records_read"))))
        .orElse(null);
  }

  /**
   * Locks the import until the transaction ends.
   *
   * @return whether it still runs and stands where the worker believes; else somebody else has
   *     taken it over
   */
  boolean holds(UUID id, long recordsRead) {
    return database.read(
        h ->
            h.createQuery(
                    "select id from imports where id = :id and state = 'RUNNING' and records_read ="
                        + " :recordsRead for update skip locked")
                .bind("id", id)
                .bind("recordsRead", recordsRead)
                .mapTo(UUID.class)
                .findOne()
                .isPresent());
  }

  /** How many rows have been taken in and committed. */
  long checkpoint(UUID id) {
    return database.read(
        h ->
            h.createQuery("select records_read from imports where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
  }

  /** Adds a batch to the counts, which moves the checkpoint behind it. */
  void advance(UUID id, Counts batch, long bytesRead, Instant now) {
    database.write(
        h ->
            h.createUpdate(
                    "update imports set records_read = records_read + :recordsRead, bytes_read ="
                        + " :bytesRead, accepted = accepted + :accepted, scored = scored +"
                        + " :scored, known = known + :known, rejected = rejected + :rejected,"
                        + " warnings = warnings + :warnings, worked_at = :now where id = :id")
                .bind("id", id)
                .bind("recordsRead", batch.recordsRead())
                .bind("bytesRead", bytesRead)
                .bind("accepted", batch.accepted())
                .bind("scored", batch.scored())
                .bind("known", batch.known())
                .bind("rejected", batch.rejected())
                .bind("warnings", batch.warnings())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** Adds to the number of cases that the import opened. */
  public void casesOpened(UUID id, int count) {
    database.write(
        h ->
            h.createUpdate("update imports set cases_opened = cases_opened + :n where id = :id")
                .bind("id", id)
                .bind("n", count)
                .execute());
  }

  /** How many rejected rows of the import are kept. */
  long rejected(UUID id) {
    return database.read(
        h ->
            h.createQuery("select rejected from imports where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
  }

  /** Ends the import and forgets its file. */
  ImportEvent.Finished finish(UUID id, Instant now) {
    ImportEvent.Finished finished =
        database.read(
            h ->
                h.createQuery(
                        "update imports set state = 'DONE', finished_at = :now, bytes_read ="
                            + " size_bytes where id = :id returning records_read, accepted, known,"
                            + " rejected, cases_opened")
                    .bind("id", id)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .map(
                        (row, context) ->
                            new ImportEvent.Finished(
                                id,
                                row.getLong("records_read"),
                                row.getLong("accepted"),
                                row.getLong("known"),
                                row.getLong("rejected"),
                                row.getLong("cases_opened")))
                    .one());
    forget(id);
    return finished;
  }

  /** Gives the import up and forgets its file. What was taken in stays. */
  void fail(UUID id, String key, List<String> args, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    database.write(
        h ->
            h.createUpdate(
                    "update imports set state = 'FAILED', finished_at = :now, failure_key = :key,"
                        + " failure_args = :args where id = :id")
                .bind("id", id)
                .bind("now", at)
                .bind("key", key)
                .bind("args", args.toArray(new String[0]))
                .execute());
    forget(id);
  }

  private void forget(UUID id) {
    database.write(
        h ->
            h.createUpdate("delete from import_chunks where import_id = :id")
                .bind("id", id)
                .execute());
  }

  private byte @Nullable [] piece(UUID id, int position) {
    return database.read(
        h ->
            h.createQuery(
                    "select bytes from import_chunks where import_id = :id and position ="
                        + " :position")
                .bind("id", id)
                .bind("position", position)
                .mapTo(byte[].class)
                .findOne()
                .orElse(null));
  }

  private final class Pieces extends InputStream {
    private final UUID id;
    private int position;
    private byte[] piece = new byte[0];
    private int at;

    Pieces(UUID id) {
      this.id = id;
    }

    @Override
    public int read() {
      return fill() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, into, offset, count);
      at += count;
      return count;
    }

    private boolean fill() {
      if (at == piece.length) {
        byte[] next = piece(id, position);
        if (next == null) {
          return false;
        }
        piece = next;
        position++;
        at = 0;
      }
      return true;
    }
  }
}
