package cx.slinga.rootcause;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a cause becomes a cause of its own.
 *
 * @param version the version of the cause that the user looked at, null skips the check
 * @param title of the new cause
 * @param touchpoint key of what causes it; null: the same
 * @param cases numbers of cases that go to the new cause; must name the old one
 * @param whys ids of whys that go along, with their evidence
 * @param nodes ids of nodes that go along, with what hangs on them and their evidence
 */
public record SplitCause(
    UUID causeId,
    @Nullable Long version,
    String title,
    @Nullable String touchpoint,
    List<String> cases,
    Set<UUID> whys,
    Set<UUID> nodes) {
  public SplitCause {
    cases = List.copyOf(cases);
    whys = Set.copyOf(whys);
    nodes = Set.copyOf(nodes);
  }
}
