package cx.slinga.evidence;

import cx.slinga.shared.BusinessException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A file that may be evidence: of an allowed kind by its name, and of that same kind by its
 * content. A program that was given another name is refused, and so is a workbook with macros.
 *
 * @param name without a path
 * @param mediaType by the name's ending
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
public record EvidenceFile(String name, String mediaType, byte[] content) {
  /** Largest file, in megabytes. */
  public static final int MEGABYTES = 10;

  /** What a file's name may end with, for people. */
  public static final String ENDINGS = "pdf, png, jpg, txt, csv, xlsx, docx";

  private static final int MOST = MEGABYTES * 1024 * 1024;
  private static final int NAME_MAX = 150;

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "pdf", "application/pdf",
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "txt", "text/plain",
          "csv", "text/csv",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  /**
   * Reads and checks a file; no more of it is read than may be kept.
   *
   * @throws BusinessException at the field {@code file} when it is none that may be kept
   */
  public static EvidenceFile of(String fileName, InputStream from) {
    String name = name(fileName);
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String mediaType = MEDIA_TYPES.get(ending);
    if (mediaType == null || name.lastIndexOf('.') < 1) {
      throw BusinessException.ofField("file", "evidence.file-type", ENDINGS);
    }
    byte[] content;
    try {
      content = from.readNBytes(MOST + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (content.length == 0) {
      throw BusinessException.ofField("file", "evidence.file-empty");
    }
    if (content.length > MOST) {
      throw BusinessException.ofField("file", "evidence.file-too-big", MEGABYTES);
    }
    if (!isWhatItsNameSays(ending, content)) {
      throw BusinessException.ofField("file", "evidence.file-other-type", ending);
    }
    return new EvidenceFile(name, mediaType, content);
  }

  private static String name(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    // neither control characters nor marks that turn the reading direction, which hide an ending
    String plain = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\"<>|:*?]", "").strip();
    int dot = plain.lastIndexOf('.');
    if (plain.length() <= NAME_MAX || dot < 0 || plain.length() - dot > 10) {
      return plain.length() <= NAME_MAX ? plain : plain.substring(0, NAME_MAX);
    }
    return plain.substring(0, NAME_MAX - (plain.length() - dot)) + plain.substring(dot);
  }

  private static boolean isWhatItsNameSays(String ending, byte[] content) {
    return switch (ending) {
      case "pdf" -> begins(content, '%', 'P', 'D', 'F', '-');
      case "png" -> begins(content, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
      case "jpg", "jpeg" -> begins(content, 0xff, 0xd8, 0xff);
      case "xlsx" -> holds(content, "xl/workbook.xml");
      case "docx" -> holds(content, "word/document.xml");
      default -> isText(content);
    };
  }

  private static boolean begins(byte[] content, int... with) {
    if (content.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((content[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(byte[] content) {
    for (byte one : content) {
      int c = one & 0xff;
      if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
        return false;
      }
    }
    // in whatever encoding: programs and pictures have control characters
    return !begins(content, '%', 'P', 'D', 'F', '-');
  }

  private static boolean holds(byte[] content, String part) {
    Set<String> names = zipEntries(content);
    return names.contains("[Content_Types].xml")
        && names.contains(part)
        && names.stream()
            .noneMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"));
  }

  /** Names in the zip's directory; nothing is unpacked, so that nothing can burst. */
  private static Set<String> zipEntries(byte[] content) {
    Set<String> names = new HashSet<>();
    if (!begins(content, 'P', 'K', 3, 4)) {
      return names;
    }
    ByteBuffer zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int end = content.length - 22;
    while (end >= 0 && end >= content.length - 65_557 && zip.getInt(end) != 0x06054b50) {
      end--;
    }
    if (end < 0 || zip.getInt(end) != 0x06054b50) {
      return names;
    }
    int at = zip.getInt(end + 16);
    int left = zip.getShort(end + 10) & 0xffff;
    while (left-- > 0 && at >= 0 && at + 46 <= end && zip.getInt(at) == 0x02014b50) {
      int length = zip.getShort(at + 28) & 0xffff;
      int extra = zip.getShort(at + 30) & 0xffff;
      int comment = zip.getShort(at + 32) & 0xffff;
      if (at + 46 + length > end) {
        break;
      }
      names.add(new String(content, at + 46, length, StandardCharsets.UTF_8));
      at += 46 + length + extra + comment;
    }
    return names;
  }
}
