package cx.slinga.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Survey files of any size, made from the real answers of 2018: each field is drawn by itself from
 * the same column of a real row, each row has an id of its own, and the seed is fixed.
 */
final class Answers {
  private static final long SEED = 2018;

  private final List<String> header;
  private final List<List<String>> rows;

  Answers() throws IOException {
    List<List<String>> all = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(
                Answers.class.getResourceAsStream("/cx/slinga/demo/sfo-2018.csv"));
        CsvReader<CsvRecord> reader =
            CsvReader.builder().ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.forEach(record -> all.add(List.copyOf(record.getFields())));
    }
    header = all.get(0);
    rows = all.subList(1, all.size());
  }

  int columns() {
    return header.size();
  }

  /** So many rows, with scores as the passengers gave them. */
  byte[] file(int count) {
    return file(count, score -> true);
  }

  /** So many rows, each with a score that opens a case. */
  byte[] negativeFile(int count) {
    return file(count, score -> !score.isBlank() && Integer.parseInt(score.strip()) <= 6);
  }

  private byte[] file(int count, Predicate<String> score) {
    Random random = new Random(SEED);
    int id = column("RESPNUM");
    int scored = column("NETPRO");
    List<String> scores = rows.stream().map(row -> row.get(scored)).filter(score).toList();
    StringWriter text = new StringWriter(count * 300);
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      writer.writeRecord(header);
      List<String> row = new ArrayList<>(header);
      for (int i = 1; i <= count; i++) {
        for (int column = 0; column < header.size(); column++) {
          row.set(column, rows.get(random.nextInt(rows.size())).get(column));
        }
        row.set(id, Integer.toString(i));
        row.set(scored, scores.get(random.nextInt(scores.size())));
        writer.writeRecord(row);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private int column(String name) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).strip().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("no column " + name);
  }
}
