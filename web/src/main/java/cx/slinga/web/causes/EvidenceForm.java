package cx.slinga.web.causes;

import cx.slinga.rootcause.AddEvidence;
import cx.slinga.rootcause.EvidenceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.file.UploadedFile;

/** New evidence, as it is typed. */
public class EvidenceForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String of = "";
  private @Nullable String note;
  private @Nullable String link;
  private transient @Nullable UploadedFile file;

  AddEvidence command(UUID cause, long version) throws IOException {
    UploadedFile chosen = file;
    EvidenceFile read = null;
    if (chosen != null && chosen.getFileName() != null && !chosen.getFileName().isBlank()) {
      try (InputStream content = chosen.getInputStream()) {
        read = EvidenceFile.of(chosen.getFileName(), content);
      }
    }
    return new AddEvidence(cause, version, id("why:"), id("node:"), note, link, read);
  }

  private @Nullable UUID id(String kind) {
    return of.startsWith(kind) ? UUID.fromString(of.substring(kind.length())) : null;
  }

  /** What it shows: nothing, or {@code why:} or {@code node:} and an id. */
  public String getOf() {
    return of;
  }

  public void setOf(@Nullable String of) {
    this.of = of == null ? "" : of;
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
