package cx.slinga.actionplan;

import cx.slinga.shared.BusinessException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The same change for several actions.
 *
 * @param verb what is done to each
 * @param owner the new owner's username, for {@code ASSIGN}
 * @param deadline the new day, for {@code MOVE}
 * @param reason why, for {@code MOVE}
 */
public record ChangeActions(
    List<UUID> ids,
    Verb verb,
    @Nullable String owner,
    @Nullable LocalDate deadline,
    @Nullable String reason) {
  /** What can be done to several actions at once. */
  public enum Verb {
    ASSIGN,
    MOVE,
    DONE
  }

  /** One of them. */
  @FunctionalInterface
  interface Change {
    void on(ActionService actions, UUID id);
  }

  public ChangeActions {
    ids = List.copyOf(ids);
  }

  /** The change, refused at its field where something that it needs is missing. */
  Change change() {
    return switch (verb) {
      case ASSIGN -> {
        String to = needed("owner", owner, "action.owner-missing");
        yield (actions, id) -> actions.assign(id, null, to);
      }
      case MOVE -> {
        LocalDate day = needed("deadline", deadline, "action.deadline-missing");
        String why = needed("reason", reason, "reason.missing");
        yield (actions, id) -> actions.moveDeadline(id, null, day, why);
      }
      case DONE -> (actions, id) -> actions.complete(id, null, null, null);
    };
  }

  private static <T> T needed(String field, @Nullable T value, String key) {
    if (value == null || value.toString().isBlank()) {
      throw BusinessException.ofField(field, key);
    }
    return value;
  }
}
