package cx.slinga.web.jobs;

import cx.slinga.bulk.BulkQueries;
import cx.slinga.bulk.BulkRefusal;
import cx.slinga.bulk.BulkRow;
import cx.slinga.bulk.BulkService;
import cx.slinga.shared.Messages;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.Page;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job over many cases: how far it is, and which cases were left as they were. */
@Named
@ViewScoped
public class JobsView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;

  @Inject private transient BulkQueries queries;
  @Inject private transient BulkService service;
  @Inject private transient JobWords jobWords;

  private @Nullable String id;
  private @Nullable String after;
  private boolean stoppable;
  private transient @Nullable BulkRow row;
  private transient @Nullable Page<BulkRefusal> refusals;

  /** Reads the job that the address names. */
  public void load() {
    BulkRow read = queries.get(key());
    row = read;
    stoppable = !read.state().isEnded() && !read.cancelling();
    refusals = queries.refusals(key(), after, PAGE);
  }

  /** Stops it; what it has changed stays. Where it has ended meanwhile, that is said. */
  public void cancel() {
    if (queries.get(key()).state().isEnded()) {
      FacesContext.getCurrentInstance()
          .addMessage(null, new FacesMessage(Messages.text(locale(), "bulk.ended", List.of())));
    } else {
      service.cancel(key());
    }
    load();
  }

  /** Whether it could be stopped when it was last shown; a button that is pressed is answered. */
  public boolean isStoppable() {
    return stoppable;
  }

  private UUID key() {
    try {
      return UUID.fromString(id == null ? "" : id);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(id == null ? "" : id);
    }
  }

  /** The job as it stands now. */
  public BulkRow getRow() {
    if (row == null) {
      load();
    }
    return Objects.requireNonNull(row);
  }

  /** Assign 3 cases. */
  public String getTitle() {
    return jobWords.title(getRow());
  }

  /** That the selection was larger than a job may be; empty when it was not. */
  public String getCapped() {
    BulkRow job = getRow();
    return job.named() > job.total() ? jobWords.say("capped", job.named(), job.total()) : "";
  }

  public List<BulkRefusal> getRefusals() {
    Page<BulkRefusal> read = refusals;
    return read == null ? List.of() : read.items();
  }

  public @Nullable String getNext() {
    Page<BulkRefusal> read = refusals;
    return read == null ? null : read.next();
  }

  /** The reason in the reader's language. */
  public String reason(BulkRefusal refused) {
    return Messages.text(locale(), refused.reasonKey(), refused.reasonArgs());
  }

  /** Why the whole job was given up, in the reader's language; empty when it was not. */
  public String getFailure() {
    String key = getRow().failureKey();
    return key == null ? "" : Messages.text(locale(), key, getRow().failureArgs());
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }
}
