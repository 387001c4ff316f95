package cx.slinga.web.shared;

import cx.slinga.evidence.EvidenceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.file.UploadedFile;

/** Evidence as it is typed: a text, a link or a file. */
public abstract class EvidenceInput implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable String note;
  private @Nullable String link;
  private transient @Nullable UploadedFile file;

  /**
   * The file that was chosen, or null.
   *
   * @throws cx.slinga.shared.BusinessException when it is too large or of a type that is not taken
   */
  protected final @Nullable EvidenceFile read() throws IOException {
    UploadedFile chosen = file;
    if (chosen == null || chosen.getFileName() == null || chosen.getFileName().isBlank()) {
      return null;
    }
    try (InputStream content = chosen.getInputStream()) {
      return EvidenceFile.of(chosen.getFileName(), content);
    }
  }

  public @Nullable String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note;
  }

  public @Nullable String getLink() {
    return link;
  }

  public void setLink(@Nullable String link) {
    this.link = link;
  }

  public @Nullable UploadedFile getFile() {
    return file;
  }

  public void setFile(@Nullable UploadedFile file) {
    this.file = file;
  }
}
