package cx.slinga.imports;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** What happens to an import as a whole. */
public sealed interface ImportEvent extends DomainEvent {
  UUID id();

  @Override
  default String objectType() {
    return "import";
  }

  @Override
  default String objectId() {
    return id().toString();
  }

  /** Somebody gave a file in; its import begins when this is committed. */
  record Requested(UUID id, String survey, boolean followUp, long sizeBytes, String sha256)
      implements ImportEvent {
    @Override
    public String verb() {
      return "import.requested";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of(
          "survey", Change.to(survey),
          "followUp", Change.to(followUp),
          "sizeBytes", Change.to(sizeBytes),
          "sha256", Change.to(sha256));
    }
  }

  /** The whole file has been taken in. */
  record Finished(
      UUID id, long recordsRead, long accepted, long known, long rejected, long casesOpened)
      implements ImportEvent {
    @Override
    public String verb() {
      return "import.finished";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of(
          "recordsRead", Change.to(recordsRead),
          "accepted", Change.to(accepted),
          "known", Change.to(known),
          "rejected", Change.to(rejected),
          "casesOpened", Change.to(casesOpened));
    }
  }

  /** It was given up; what had been taken in stays. */
  record Failed(UUID id, long recordsRead, String reason) implements ImportEvent {
    @Override
    public String verb() {
      return "import.failed";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of("recordsRead", Change.to(recordsRead), "reason", Change.to(reason));
    }
  }
}
