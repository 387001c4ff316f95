package cx.slinga.web.jobs;

import cx.slinga.bulk.BulkQueries;
import cx.slinga.bulk.BulkRow;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.servicelevel.FollowQueries;
import cx.slinga.servicelevel.FollowRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One's own jobs over many cases, the newest first: how far each is and what came of it. Who sets
 * service levels sees how the open cases follow them.
 */
@Named
@RequestScoped
public class JobsListView {
  private static final int ROWS = 50;

  @Inject private BulkQueries queries;
  @Inject private FollowQueries following;
  @Inject private CurrentUser currentUser;

  private @Nullable List<BulkRow> rows;
  private @Nullable List<FollowRow> followed;

  /** Reads them; refused to who cannot start any. */
  public void load() {
    boolean sets = currentUser.get().is(Roles.ADMINISTRATOR);
    followed = sets ? following.latest(ROWS) : List.of();
    rows = sets && !worksOnCases() ? List.of() : queries.latest(ROWS);
  }

  private boolean worksOnCases() {
    return Stream.of(Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER)
        .anyMatch(currentUser.get()::is);
  }

  /** The last jobs. */
  public List<BulkRow> getRows() {
    if (rows == null) {
      load();
    }
    return Objects.requireNonNull(rows);
  }

  /** The last versions of the service level that open cases followed, or are on their way to. */
  public List<FollowRow> getFollowed() {
    if (followed == null) {
      load();
    }
    return Objects.requireNonNull(followed);
  }

  /** Whether there is nothing to show. */
  public boolean isNothing() {
    return getRows().isEmpty() && getFollowed().isEmpty();
  }

  /** Whether there may be older ones that are not shown. */
  public boolean isFull() {
    return getRows().size() == ROWS;
  }
}
