package cx.slinga.bench;

import cx.slinga.imports.BenchIntake;
import cx.slinga.imports.ImportRow;
import cx.slinga.shared.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * The import of a file, from the kept upload to the last committed row, against bare {@code COPY}
 * of the rows that came of it into the same tables with the same indexes, in one transaction.
 */
final class ImportBench {
  private static final double LEAST = 0.15;

  private static final Map<String, String> TABLES = tables();

  private final LocalPostgres postgres;
  private final byte[] file;
  private final int rows;
  private final Path directory;

  ImportBench(LocalPostgres postgres, Answers answers, int rows, Path directory) {
    this.postgres = postgres;
    this.file = answers.file(rows);
    this.rows = rows;
    this.directory = directory;
  }

  Comparison run(int warmUps, int runs) {
    double[] ours = new double[runs];
    double[] bare = new double[runs];
    for (int i = -warmUps; i < runs; i++) {
      double one = product(i == -warmUps);
      double other = copy();
      if (i >= 0) {
        ours[i] = one;
        bare[i] = other;
      }
    }
    return Comparison.speed(
        String.format("import of %,d responses", rows),
        Timing.median(ours),
        "bare COPY",
        Timing.median(bare),
        LEAST);
  }

  private double product(boolean keep) {
    try (OneConnection connection = postgres.create("import")) {
      BenchIntake intake =
          new BenchIntake(new Database(connection), connection::inTransaction, World.CLOCK);
      UUID id = intake.upload(file);
      postgres.checkpoint();
      List<ImportRow> result = new ArrayList<>();
      double time = Timing.once(() -> result.add(intake.run(id)));
      if (result.get(0).accepted() != rows) {
        throw new IllegalStateException("not all was taken in: " + result);
      }
      if (keep) {
        TABLES.forEach((table, columns) -> dump(connection, table, columns));
      }
      return time;
    } finally {
      postgres.drop("import");
    }
  }

  private double copy() {
    try (OneConnection connection = postgres.create("copy")) {
      postgres.checkpoint();
      return Timing.once(
          () ->
              connection.inTransaction(
                  () -> {
                    TABLES.forEach((table, columns) -> load(connection, table, columns));
                    return true;
                  }));
    } finally {
      postgres.drop("copy");
    }
  }

  private void dump(OneConnection connection, String table, String columns) {
    try (OutputStream out = Files.newOutputStream(directory.resolve(table))) {
      connection
          .getConnection()
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("copy " + table + columns + " to stdout", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void load(OneConnection connection, String table, String columns) {
    try (InputStream in = Files.newInputStream(directory.resolve(table))) {
      connection
          .getConnection()
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + table + columns + " from stdin", in, 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> tables() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("responses", "");
    // all but the generated column
    tables.put(
        "cases",
        " (id, number, response_id, survey_id, state, severity, score, owner_id, opened_at,"
            + " symptom_touchpoint_id, symptom_department_id, calendar, contact_due_at,"
            + " analysis_due_at, resolution_due_at, next_clock, next_due_at, version)");
    tables.put("audit_entries", "");
    return tables;
  }
}
