package cx.slinga.web.causes;

import cx.slinga.rootcause.AddEvidence;
import cx.slinga.web.shared.EvidenceInput;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** New evidence of a cause, as it is typed. */
public class EvidenceForm extends EvidenceInput {
  private static final long serialVersionUID = 1L;

  private String of = "";

  AddEvidence command(UUID cause, long version) throws IOException {
    return new AddEvidence(cause, version, id("why:"), id("node:"), getNote(), getLink(), read());
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
}
