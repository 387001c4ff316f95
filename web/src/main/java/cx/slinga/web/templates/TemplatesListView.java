package cx.slinga.web.templates;

import cx.slinga.letters.TemplateQueries;
import cx.slinga.letters.TemplateRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All templates. */
@Named
@RequestScoped
public class TemplatesListView {
  @Inject private TemplateQueries queries;

  private @Nullable List<TemplateRow> rows;

  /** By language and name. */
  public List<TemplateRow> getRows() {
    List<TemplateRow> read = rows;
    if (read == null) {
      read = queries.list();
      rows = read;
    }
    return read;
  }
}
