package cx.slinga.improvement;

import cx.slinga.rootcause.CauseState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a project's page shows of the project itself; the plan is the action plan's.
 *
 * @param stopReason why it was given up
 * @param causes that it removes, those that most cases share first
 * @param running how many projects of its department run
 * @param limit how many of them should at most
 * @param history newest first, at most 100
 */
public record ProjectDetails(
    ProjectRow row,
    String aim,
    @Nullable String stopReason,
    String createdBy,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<Removed> causes,
    int running,
    int limit,
    List<Happened> history) {
  public ProjectDetails {
    causes = List.copyOf(causes);
    history = List.copyOf(history);
  }

  /**
   * A cause that it removes.
   *
   * @param cases how many share it, without dismissed ones
   */
  public record Removed(UUID id, String title, CauseState state, String department, long cases) {}

  /**
   * Who did what to it.
   *
   * @param personName null when a job did
   * @param cause title of the cause that it is about
   * @param ownerName who owns it since
   */
  public record Happened(
      Instant at,
      @Nullable String personName,
      String verb,
      @Nullable String reason,
      @Nullable String cause,
      @Nullable String ownerName) {}
}
