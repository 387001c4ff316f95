package cx.slinga.web.actions;

import cx.slinga.actionplan.AddActionEvidence;
import cx.slinga.rootcause.EvidenceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.file.UploadedFile;

/** What shows that an action is done, as it is typed. */
public class ProofForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable String note;
  private @Nullable String link;
  private transient @Nullable UploadedFile file;

  AddActionEvidence command(UUID action) throws IOException {
    UploadedFile chosen = file;
    EvidenceFile read = null;
    if (chosen != null && chosen.getFileName() != null && !chosen.getFileName().isBlank()) {
      try (InputStream content = chosen.getInputStream()) {
        read = EvidenceFile.of(chosen.getFileName(), content);
      }
    }
    return new AddActionEvidence(action, note, link, read);
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
