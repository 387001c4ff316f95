package cx.slinga.web.jobs;

import cx.slinga.bulk.BulkQueries;
import cx.slinga.bulk.BulkRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's own jobs over many cases, the newest first: how far each is and what came of it. */
@Named
@RequestScoped
public class JobsListView {
  private static final int ROWS = 50;

  @Inject private BulkQueries queries;

  private @Nullable List<BulkRow> rows;

  /** Reads them; refused to who cannot start any. */
  public void load() {
    rows = queries.latest(ROWS);
  }

  /** The last jobs. */
  public List<BulkRow> getRows() {
    List<BulkRow> read = rows;
    if (read == null) {
      read = queries.latest(ROWS);
      rows = read;
    }
    return read;
  }

  /** Whether there may be older ones that are not shown. */
  public boolean isFull() {
    return getRows().size() == ROWS;
  }
}
