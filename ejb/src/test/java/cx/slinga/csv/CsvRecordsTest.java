package cx.slinga.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @Test
  void recordsComeWithTheirLinesAndOrdinals() {
    CsvRecords records = open("id,score,words\n1,9,good\n2,3,\"two\nlines\"\n\n3,4,bad\n");

    assertEquals(List.of("id", "score", "words"), records.header());
    assertEquals(1, records.headerLine());
    assertEquals(
        List.of(
            new CsvRecord(1, 2, List.of("1", "9", "good")),
            new CsvRecord(2, 3, List.of("2", "3", "two\nlines")),
            new CsvRecord(3, 6, List.of("3", "4", "bad"))),
        rest(records));
    assertNull(records.next());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void allLineEndsAreKnownAndNeedNotBeAtTheEnd(String end) {
    String text = "id,words" + end + "1,a" + end + "2,\"b" + end + "c\"" + end + end + "3,d";
    assertEquals(
        List.of(
            new CsvRecord(1, 2, List.of("1", "a")),
            new CsvRecord(2, 3, List.of("2", "b" + end + "c")),
            new CsvRecord(3, 6, List.of("3", "d"))),
        rest(open(text)));
  }

  @Test
  void quotesSeparatorsAndBlanksWithinFieldsAreKept() {
    assertEquals(
        List.of(List.of(" 1 ", "he said \"no\"", "a,b"), List.of("2", "5\" pipe", "")),
        fields(open("a,b,c\n 1 ,\"he said \"\"no\"\"\",\"a,b\"\n2,5\" pipe,\n")));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void separatorIsFoundOut(String separator) {
    String text = String.join(separator, "id", "\"a,b;c\t,,;;\"", "x") + "\n";
    CsvRecords records = open(text + String.join(separator, "1", "2", "3"));
    assertEquals(separator.charAt(0), records.separator());
    assertEquals(List.of(List.of("1", "2", "3")), fields(records));
  }

  @Test
  void aSpreadsheetMayNameTheSeparator() {
    CsvRecords records = open("sep=;\r\nid;a,b,c,d\r\n1;2\r\n");
    assertEquals(List.of("id", "a,b,c,d"), records.header());
    assertEquals(2, records.headerLine());
    assertEquals(List.of(new CsvRecord(1, 3, List.of("1", "2"))), rest(records));
  }

  @Test
  void aFileOfOneColumnNeedsNoSeparator() {
    assertEquals(List.of(List.of("1"), List.of("2")), fields(open("id\n1\n\n2\n")));
  }

  @Test
  void byteOrderMarksAreNoPartOfTheHeader() {
    String text = "id;ord\n1;trög\uD83D\uDE00\n";
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      CsvRecords records = open(("\uFEFF" + text).getBytes(charset));
      assertEquals(List.of("id", "ord"), records.header(), charset.name());
      assertEquals(List.of(List.of("1", "trög\uD83D\uDE00")), fields(records), charset.name());
    }
  }

  @Test
  void encodingIsFoundOut() {
    String text = "id,words\n1,Smörgås – dyr!\n2,fin\n";
    CsvRecords utf8 = open(text.getBytes(StandardCharsets.UTF_8));
    CsvRecords windows = open(text.getBytes(WINDOWS));

    assertEquals(StandardCharsets.UTF_8, utf8.charset());
    assertEquals(WINDOWS, windows.charset());
    assertEquals(fields(utf8), fields(windows));
  }

  @Test
  void aRowWithDamagedLettersIsRejectedAlone() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write("id,words\n1,fläsk\n2,".getBytes(StandardCharsets.UTF_8));
    file.write("fläsk".getBytes(WINDOWS));
    file.write("\n3,öl\n".getBytes(StandardCharsets.UTF_8));

    List<CsvLine> lines = rest(open(file.toByteArray()));
    assertEquals(new CsvRecord(1, 2, List.of("1", "fläsk")), lines.get(0));
    assertMalformed(lines.get(1), 3, Malformation.INVALID_ENCODING);
    assertEquals(new CsvRecord(3, 4, List.of("3", "öl")), lines.get(2));
  }

  @Test
  void aRowWithNulIsRejectedAlone() {
    List<CsvLine> lines =
        rest(open("id,words\n1,good\n2,b\0d\n3,fine\n4,also fine\n5,still fine\n"));
    assertMalformed(lines.get(1), 3, Malformation.NUL);
    assertEquals("2,b d", ((MalformedLine) lines.get(1)).beginning());
    assertEquals(4, records(lines).size());
  }

  @Test
  void aQuoteThatIsNeverClosedCostsOnlyItsRow() {
    StringBuilder file = new StringBuilder("id,score,words\n1,9,good\n2,3,\"never closed\n");
    for (int i = 3; i <= 1_000; i++) {
      file.append(i).append(",5,plain\n");
    }
    List<CsvLine> lines = rest(open(file.toString()));
    assertMalformed(lines.get(1), 3, Malformation.QUOTE_NEVER_CLOSED);
    assertEquals("2,3,\"never closed", ((MalformedLine) lines.get(1)).beginning());
    assertEquals(999, records(lines).size());
    assertEquals(new CsvRecord(1_000, 1_001, List.of("1000", "5", "plain")), lines.get(999));
  }

  @Test
  void aQuoteThatIsClosedByTheNextRowsOpeningCostsOnlyItsRow() {
    List<CsvLine> lines =
        rest(
            open(
                "id,score,words\n1,3,\"never closed\n2,9,fine\n3,8,\"quoted, too\"\n"
                    + "4,7,\"also \"\"quoted\"\"\"\n"));
    assertMalformed(lines.get(0), 2, Malformation.QUOTE_NEVER_CLOSED);
    assertEquals(
        List.of(
            List.of("2", "9", "fine"),
            List.of("3", "8", "quoted, too"),
            List.of("4", "7", "also \"quoted\"")),
        records(lines).stream().map(CsvRecord::fields).toList());
  }

  @Test
  void aQuoteThatIsClosedBelowWithTheWrongNumberOfFieldsCostsOnlyItsRow() {
    List<CsvLine> lines =
        rest(open("id,words,score\n1,\"never closed,3\n2,x,9\n3,\",\",8\n4,fine,7\n"));
    assertMalformed(lines.get(0), 2, Malformation.QUOTE_NEVER_CLOSED);
    assertEquals(
        List.of(List.of("2", "x", "9"), List.of("3", ",", "8"), List.of("4", "fine", "7")),
        records(lines).stream().map(CsvRecord::fields).toList());
  }

  @Test
  void aQuoteThatIsNeverClosedAtTheEndOfTheFileIsReported() {
    List<CsvLine> lines = rest(open("id,words\n1,good\n2,\"never\n3,fine"));
    assertEquals(3, lines.size());
    assertMalformed(lines.get(1), 3, Malformation.QUOTE_NEVER_CLOSED);
    assertEquals(new CsvRecord(3, 4, List.of("3", "fine")), lines.get(2));
  }

  @Test
  void textOfManyLinesIsARecordUpToTheLimit() {
    String longest = "a\n".repeat(CsvRecords.MAX_RECORD_LINES - 1);
    assertEquals(
        List.of(List.of("1", longest), List.of("2", "b")),
        fields(open("id,words\n1,\"" + longest + "\"\n2,b\n")));

    List<CsvLine> beyond = rest(open("id,words\n1,\"" + longest + "\n\"\n2,b\n"));
    assertMalformed(beyond.get(0), 2, Malformation.QUOTE_NEVER_CLOSED);
    assertEquals(
        List.of(List.of("2", "b")), records(beyond).stream().map(CsvRecord::fields).toList());
  }

  @Test
  void textAfterAClosingQuoteRejectsTheRow() {
    List<CsvLine> lines = rest(open("id,words\n1,\"good\" indeed\n2,fine\n"));
    assertMalformed(lines.get(0), 2, Malformation.TEXT_AFTER_QUOTE);
    assertEquals(new CsvRecord(2, 3, List.of("2", "fine")), lines.get(1));
  }

  @Test
  void aRowWithMoreOrFewerFieldsSaysHowMany() {
    List<CsvLine> lines = rest(open("a,b,c\n1,2\n1,2,3,4\n1,2,3\n"));
    assertEquals(
        new MalformedLine(1, 2, Malformation.FIELD_COUNT, List.of("3", "2"), "1,2"), lines.get(0));
    assertEquals(
        new MalformedLine(2, 3, Malformation.FIELD_COUNT, List.of("3", "4"), "1,2,3,4"),
        lines.get(1));
    assertEquals(new CsvRecord(3, 4, List.of("1", "2", "3")), lines.get(2));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFieldOfFiftyMegabytesCostsOnlyItsRow(boolean quoted) {
    InputStream file =
        new Sequence(
            "id,words\n1,good\n2," + (quoted ? "\"" : ""),
            "never ending ",
            4_000_000,
            (quoted ? "\"" : "") + "\n3,fine\n");
    CsvRecords records = new CsvRecords(file);
    List<CsvLine> lines = rest(records);
    assertEquals(3, lines.size());
    assertMalformed(lines.get(1), 3, Malformation.RECORD_TOO_LONG);
    assertEquals(200, ((MalformedLine) lines.get(1)).beginning().length());
    assertEquals(new CsvRecord(3, 4, List.of("3", "fine")), lines.get(2));
    assertTrue(records.bytesRead() > 50_000_000);
  }

  @Test
  void aRecordOfOneMebibyteIsTakenAndAByteMoreIsNot() {
    String words = "x".repeat(CsvRecords.MAX_RECORD_BYTES - 2);
    assertEquals(
        List.of(List.of("1", words), List.of("2", "b")),
        fields(open("id,words\n1," + words + "\n2,b\n")));

    List<CsvLine> beyond = rest(open("id,words\n1,y" + words + "\n2,b\n"));
    assertMalformed(beyond.get(0), 2, Malformation.RECORD_TOO_LONG);
    assertEquals(new CsvRecord(2, 3, List.of("2", "b")), beyond.get(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "  \r\n \n", "\uFEFF"})
  void anEmptyFileIsRefused(String text) {
    NotACsvException refusal = assertThrows(NotACsvException.class, () -> open(text));
    assertEquals("import.file-empty", refusal.key());
  }

  @Test
  void aFileWithOnlyAHeaderHasNoRecords() {
    CsvRecords records = open("id,score");
    assertEquals(List.of("id", "score"), records.header());
    assertNull(records.next());
  }

  @Test
  void whatIsNoTextIsRefused() {
    byte[] noise = new byte[20_000];
    new Random(1).nextBytes(noise);
    List<byte[]> files =
        List.of(
            noise,
            new byte[1_000],
            bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3),
            "%PDF-1.7\nsome,text\n".getBytes(StandardCharsets.UTF_8),
            bytes(0x1F, 0x8B, 8, 0, 'a', 'b'),
            bytes(0xFF, 0xD8, 0xFF, 0xE0, 'a'));
    for (byte[] file : files) {
      assertEquals(
          "import.not-a-csv",
          assertThrows(NotACsvException.class, () -> open(file)).key(),
          Arrays.toString(Arrays.copyOf(file, 8)));
    }
  }

  @Test
  void aWorkbookIsRefusedWithItsOwnAdvice() {
    for (byte[] file :
        List.of(
            bytes('P', 'K', 3, 4, 20, 0, 6, 0, 'x'),
            bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1))) {
      assertEquals(
          "import.not-a-csv.workbook",
          assertThrows(NotACsvException.class, () -> open(file)).key());
    }
  }

  @Test
  void aHeaderThatCannotBeReadIsRefused() {
    for (String text :
        List.of("id,\"words\n1,2\n", "id,\"a\" b\n1,2\n", "a,".repeat(6_000) + "\n1\n")) {
      assertEquals(
          "import.header-unreadable", assertThrows(NotACsvException.class, () -> open(text)).key());
    }
  }

  @Test
  void skippingLeadsToTheSameRecordsAsReading() {
    StringBuilder file = new StringBuilder("id,score,words\n");
    Random random = new Random(4);
    for (int i = 0; i < 5_000; i++) {
      file.append(
          switch (random.nextInt(8)) {
            case 0 -> i + ",5,\"never closed\n";
            case 1 -> i + ",5\n";
            case 2 -> "\n" + i + ",4,\"two\nlines\"\n";
            default -> i + ",3,words\n";
          });
    }
    List<CsvLine> all = rest(open(file.toString()));
    for (int checkpoint : new int[] {0, 1, 17, 1_023, 1_024, 1_025, 3_000, all.size() - 1}) {
      CsvRecords records = open(file.toString());
      records.skip(checkpoint);
      assertEquals(all.subList(checkpoint, all.size()), rest(records), "from " + checkpoint);
    }
    CsvRecords halfway = open(file.toString());
    for (int i = 0; i < 100; i++) {
      assertEquals(all.get(i), halfway.next());
    }
    halfway.skip(1_500);
    assertEquals(all.get(1_600), halfway.next());
    halfway.skip(1_000_000);
    assertNull(halfway.next());
  }

  @Test
  void streamsThatComeInSmallPiecesGiveTheSame() {
    StringBuilder text = new StringBuilder("id,words\r\n");
    IntStream.range(0, 3_000).forEach(i -> text.append(i).append(",\"å\r\nb\"\r\n"));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    List<CsvLine> whole = rest(open(bytes));
    assertEquals(3_000, whole.size());
    assertEquals(whole, rest(new CsvRecords(new Dripping(bytes))));
  }

  /** Whatever a file holds, every line of it is either in a record or reported, and none twice. */
  @Test
  void noFileHoweverOddLosesALineOrEndsInAnError() {
    Random random = new Random(11);
    String alphabet = "ab,,,\"\"\n\n\r ;\0";
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder("a,b\nline,of text that is long enough to be text\n");
      int length = random.nextInt(1, 60);
      for (int c = 0; c < length; c++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String file = text + "\nlast,line\n";
      List<CsvLine> lines;
      try {
        lines = rest(open(file));
      } catch (NotACsvException toMany) {
        continue; // mostly NULs
      }
      long line = 1;
      long ordinal = 0;
      for (CsvLine found : lines) {
        assertTrue(found.line() > line, file);
        assertEquals(++ordinal, found.ordinal(), file);
        line = found.line();
        if (found instanceof CsvRecord record) {
          assertEquals(2, record.fields().size(), file);
        }
      }
      CsvLine last = lines.get(lines.size() - 1);
      if (last instanceof CsvRecord record) {
        assertTrue(record.fields().get(1).endsWith("line"), file);
      }
      long physical =
          file.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count();
      assertTrue(last.line() <= physical, file);
    }
  }

  private static CsvRecords open(String text) {
    return open(text.getBytes(StandardCharsets.UTF_8));
  }

  private static CsvRecords open(byte[] bytes) {
    return new CsvRecords(new ByteArrayInputStream(bytes));
  }

  private static List<CsvLine> rest(CsvRecords records) {
    List<CsvLine> lines = new ArrayList<>();
    for (CsvLine line = records.next(); line != null; line = records.next()) {
      lines.add(line);
    }
    return lines;
  }

  private static List<CsvRecord> records(List<CsvLine> lines) {
    return lines.stream().filter(CsvRecord.class::isInstance).map(CsvRecord.class::cast).toList();
  }

  private static List<List<String>> fields(CsvRecords records) {
    List<CsvLine> lines = rest(records);
    assertFalse(lines.stream().anyMatch(MalformedLine.class::isInstance), lines.toString());
    return records(lines).stream().map(CsvRecord::fields).toList();
  }

  private static void assertMalformed(CsvLine found, long line, Malformation reason) {
    assertTrue(found instanceof MalformedLine, found.toString());
    assertEquals(reason, ((MalformedLine) found).reason());
    assertEquals(line, found.line());
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** A beginning, the same words many times, and an end, without ever being in memory. */
  private static final class Sequence extends InputStream {
    private final byte[] head;
    private final byte[] middle;
    private final byte[] tail;
    private final long length;
    private long position;

    Sequence(String head, String middle, int times, String tail) {
      this.head = head.getBytes(StandardCharsets.UTF_8);
      this.middle = middle.getBytes(StandardCharsets.UTF_8);
      this.tail = tail.getBytes(StandardCharsets.UTF_8);
      this.length = this.head.length + (long) this.middle.length * times + this.tail.length;
    }

    @Override
    public int read() {
      if (position == length) {
        return -1;
      }
      long at = position++;
      if (at < head.length) {
        return head[(int) at];
      }
      if (at >= length - tail.length) {
        return tail[(int) (at - length + tail.length)];
      }
      return middle[(int) ((at - head.length) % middle.length)];
    }
  }

  /** Gives one, two or three bytes at a time. */
  private static final class Dripping extends InputStream {
    private final byte[] bytes;
    private int position;

    Dripping(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return position < bytes.length ? bytes[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int count) {
      if (position == bytes.length) {
        return -1;
      }
      int some = Math.min(Math.min(count, 1 + position % 3), bytes.length - position);
      System.arraycopy(bytes, position, to, offset, some);
      position += some;
      return some;
    }
  }
}
