package cx.slinga.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.shared.BusinessException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceFileTest {
  private static final byte[] PROGRAM = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0};

  @Test
  void theEndingNamesTheMediaType() {
    assertEquals("application/pdf", of("Report.PDF", bytes("%PDF-1.7 …")).mediaType());
    assertEquals("text/csv", of("counts.csv", bytes("gate;n\nA1;3\n")).mediaType());
    assertEquals(
        "image/png",
        of("sign.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0})
            .mediaType());
    assertEquals(
        "image/jpeg",
        of("sign.jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1}).mediaType());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.pdf", "a.png", "a.jpg", "a.txt", "a.csv", "a.xlsx", "a.docx"})
  void aProgramUnderAnotherNameIsRefused(String name) {
    BusinessException refused = refused(name, PROGRAM);
    assertEquals("evidence.file-other-type", refused.key());
    assertEquals("file", refused.field());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.exe", "a.html", "a.svg", "a.pdf.js", "pdf", ".pdf", "a.pdf\u202Eexe", "", "a."})
  void aNameOfAnotherKindIsRefused(String name) {
    assertEquals("evidence.file-type", refused(name, bytes("%PDF-1.7")).key());
  }

  @Test
  void aWorkbookIsToldFromAnyOtherZip() throws IOException {
    byte[] workbook = zip("[Content_Types].xml", "xl/workbook.xml");
    assertEquals("counts.xlsx", of("counts.xlsx", workbook).name());
    assertEquals("evidence.file-other-type", refused("a.docx", workbook).key());
    assertEquals("evidence.file-other-type", refused("a.xlsx", zip("run.exe")).key());
  }

  @Test
  void aWorkbookWithMacrosIsRefused() throws IOException {
    byte[] macros = zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin");
    assertEquals("evidence.file-other-type", refused("a.xlsx", macros).key());
  }

  @Test
  void aFileIsAsLargeAsItMayBe() {
    byte[] most = new byte[EvidenceFile.MEGABYTES * 1024 * 1024];
    java.util.Arrays.fill(most, (byte) 'x');
    assertEquals(most.length, of("a.txt", most).content().length);
    BusinessException refused = refused("a.txt", java.util.Arrays.copyOf(most, most.length + 1));
    assertEquals("evidence.file-too-big", refused.key());
    assertEquals("evidence.file-empty", refused("a.txt", new byte[0]).key());
  }

  @Test
  void aNameHasNoPathAndNoTrick() {
    assertEquals("passwd.txt", of("../../etc/passwd.txt", bytes("x")).name());
    assertEquals("a.txt", of("C:\\Temp\\a\r\n\".txt", bytes("x")).name());
    assertEquals(150, of("å".repeat(500) + ".txt", bytes("x")).name().length());
  }

  private static EvidenceFile of(String name, byte[] content) {
    return EvidenceFile.of(name, new ByteArrayInputStream(content));
  }

  private static BusinessException refused(String name, byte[] content) {
    return assertThrows(BusinessException.class, () -> of(name, content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(new byte[100]);
      }
    }
    return bytes.toByteArray();
  }
}
