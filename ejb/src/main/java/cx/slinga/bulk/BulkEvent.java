package cx.slinga.bulk;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** What happens to a bulk job as a whole. */
public sealed interface BulkEvent extends DomainEvent {
  UUID id();

  @Override
  default String objectType() {
    return "bulk";
  }

  @Override
  default String objectId() {
    return id().toString();
  }

  /** Somebody asked for it; it begins when this is committed. */
  record Requested(UUID id, String bulkVerb, int named, int total) implements BulkEvent {
    @Override
    public String verb() {
      return "bulk.requested";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of(
          "verb", Change.to(bulkVerb), "named", Change.to(named), "total", Change.to(total));
    }
  }

  /** Somebody asked it to stop. */
  record CancelRequested(UUID id) implements BulkEvent {
    @Override
    public String verb() {
      return "bulk.cancelled";
    }
  }

  /** All cases are settled, or those before it was cancelled. */
  record Finished(UUID id, String bulkVerb, BulkState state, int done, int refused)
      implements BulkEvent {
    @Override
    public String verb() {
      return "bulk.finished";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of(
          "state", Change.to(state), "done", Change.to(done), "refused", Change.to(refused));
    }
  }

  /** It was given up; what had been changed stays. */
  record Failed(UUID id, String reason) implements BulkEvent {
    @Override
    public String verb() {
      return "bulk.failed";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of("reason", Change.to(reason));
    }
  }
}
