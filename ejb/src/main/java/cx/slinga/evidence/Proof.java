package cx.slinga.evidence;

import cx.slinga.shared.BusinessException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that shows what somebody says: a text, a link or a file, such as may be kept.
 *
 * @param note a text, or what the link or file shows
 * @param link http or https, of a LINK
 * @param file of a FILE
 */
public record Proof(
    EvidenceKind kind, @Nullable String note, @Nullable String link, @Nullable EvidenceFile file) {
  /** Longest note, in characters. */
  public static final int NOTE_MAX = 4_000;

  /** Longest link, in characters. */
  public static final int LINK_MAX = 2_000;

  /**
   * Checks what was given; blanks are nothing.
   *
   * @param noteField the command's component that has the note, for a refusal
   * @param linkField likewise
   * @throws BusinessException at its field when it is nothing at all, too long, no link, or two
   *     things at once
   */
  public static Proof of(
      String noteField,
      @Nullable String note,
      String linkField,
      @Nullable String link,
      @Nullable EvidenceFile file) {
    String words = note == null || note.isBlank() ? null : note.strip();
    if (words != null && words.length() > NOTE_MAX) {
      throw BusinessException.ofField(noteField, "text.too-long", NOTE_MAX);
    }
    String address = link == null || link.isBlank() ? null : address(linkField, link);
    if (file != null && address != null) {
      throw BusinessException.ofField(linkField, "evidence.one-of");
    }
    if (file == null && address == null && words == null) {
      throw BusinessException.ofField(noteField, "evidence.missing");
    }
    EvidenceKind kind =
        file != null ? EvidenceKind.FILE : address != null ? EvidenceKind.LINK : EvidenceKind.TEXT;
    return new Proof(kind, words, address, file);
  }

  /** Name of the file, if it is one. */
  public @Nullable String fileName() {
    return file == null ? null : file.name();
  }

  /** Its media type, if it is a file. */
  public @Nullable String mediaType() {
    return file == null ? null : file.mediaType();
  }

  /** How large it is, if it is a file. */
  public @Nullable Long sizeBytes() {
    return file == null ? null : Long.valueOf(file.content().length);
  }

  private static String address(String field, String typed) {
    String link = typed.strip();
    if (link.length() > LINK_MAX) {
      throw BusinessException.ofField(field, "text.too-long", LINK_MAX);
    }
    try {
      URI uri = new URI(link);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (Set.of("http", "https").contains(scheme)
          && uri.getHost() != null
          && uri.getUserInfo() == null) {
        return uri.toASCIIString();
      }
    } catch (URISyntaxException e) {
      // told below, like every other link that is none
    }
    throw BusinessException.ofField(field, "evidence.link-wrong");
  }
}
