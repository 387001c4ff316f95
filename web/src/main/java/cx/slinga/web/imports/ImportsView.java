package cx.slinga.web.imports;

import cx.slinga.imports.ImportQueries;
import cx.slinga.imports.ImportRow;
import cx.slinga.imports.RejectionRow;
import cx.slinga.shared.Messages;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.Page;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One import: how far it is, what became of the rows, which were rejected and why. */
@Named
@ViewScoped
public class ImportsView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;

  @Inject private transient ImportQueries queries;

  private @Nullable String id;
  private @Nullable String after;
  private transient @Nullable ImportRow row;
  private transient @Nullable Page<RejectionRow> rejections;

  /** Reads the import that the address names. */
  public void load() {
    UUID key;
    try {
      key = UUID.fromString(id == null ? "" : id);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(id == null ? "" : id);
    }
    row = queries.get(key);
    rejections = queries.rejections(key, after, PAGE);
  }

  /** The import as it stands now. */
  public ImportRow getRow() {
    ImportRow read = row;
    if (read == null) {
      load();
      read = java.util.Objects.requireNonNull(row);
    }
    return read;
  }

  public List<RejectionRow> getRejections() {
    Page<RejectionRow> read = rejections;
    return read == null ? List.of() : read.items();
  }

  public @Nullable String getNext() {
    Page<RejectionRow> read = rejections;
    return read == null ? null : read.next();
  }

  /** The reason in the reader's language. */
  public String reason(RejectionRow rejected) {
    return Messages.text(locale(), rejected.reason(), rejected.args());
  }

  /** Why the whole import failed, in the reader's language; empty when it did not. */
  public String getFailure() {
    ImportRow read = getRow();
    String key = read.failureKey();
    return key == null ? "" : Messages.text(locale(), key, read.failureArgs());
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
