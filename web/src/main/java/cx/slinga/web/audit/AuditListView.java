package cx.slinga.web.audit;

import cx.slinga.audit.AuditEntry;
import cx.slinga.audit.AuditQueries;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record, newest first; which object and whose is in the address. */
@Named
@RequestScoped
public class AuditListView {
  private static final int PAGE = 50;

  @Inject private AuditQueries queries;

  private @Nullable String object;
  private @Nullable String actor;
  private @Nullable String after;
  private List<AuditLine> rows = List.of();
  private @Nullable String next;

  /**
   * Reads the page that the address names; a wrong address leaves it empty and is said in words.
   */
  public void load() {
    Page<AuditEntry> page = queries.list(null, object, actor, after, PAGE);
    Map<String, String> names = queries.names(AuditLines.ids(page.items()));
    Locale language = FacesContext.getCurrentInstance().getViewRoot().getLocale();
    rows = page.items().stream().map(entry -> AuditLines.of(entry, names, language)).toList();
    next = page.next();
  }

  public List<AuditLine> getRows() {
    return rows;
  }

  public @Nullable String getNext() {
    return next;
  }

  public @Nullable String getObject() {
    return object;
  }

  public void setObject(@Nullable String object) {
    this.object = object;
  }

  public @Nullable String getActor() {
    return actor;
  }

  public void setActor(@Nullable String actor) {
    this.actor = actor;
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }
}
