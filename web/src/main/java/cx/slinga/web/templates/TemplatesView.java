package cx.slinga.web.templates;

import cx.slinga.letters.LetterDraft;
import cx.slinga.letters.Placeholder;
import cx.slinga.letters.TemplateQueries;
import cx.slinga.letters.TemplateRow;
import cx.slinga.letters.TemplateService;
import cx.slinga.shared.NotFoundException;
import cx.slinga.web.shared.Look;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One template: written anew, changed, tried and deleted. */
@Named
@ViewScoped
public class TemplatesView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/templates/list.xhtml?faces-redirect=true";

  @Inject private transient TemplateQueries queries;
  @Inject private transient TemplateService service;
  @Inject private Look look;

  private @Nullable String id;
  private @Nullable Long version;
  private String name = "";
  private TemplateForm form = new TemplateForm();
  private transient @Nullable LetterDraft preview;

  /**
   * Reads the template named in the URL; without one, a new one begins in the reader's language.
   */
  public void load() {
    if (id == null || id.isBlank()) {
      form = new TemplateForm("", look.getLanguage(), "", "");
      return;
    }
    TemplateRow row = queries.get(uuid());
    version = row.version();
    name = row.name();
    form = new TemplateForm(row.name(), row.language(), row.subject(), row.body());
  }

  /** Keeps what was typed. */
  public String save() {
    if (isFresh()) {
      service.add(form.command());
    } else {
      service.change(uuid(), version, form.command());
    }
    return LIST;
  }

  /** Shows what a letter would say. */
  public void tryOut() {
    preview = queries.preview(form.command());
  }

  /** Deletes it. */
  public String delete() {
    service.delete(uuid(), version);
    return LIST;
  }

  private UUID uuid() {
    try {
      return UUID.fromString(String.valueOf(id));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(String.valueOf(id));
    }
  }

  /** Whether it is not there yet. */
  public boolean isFresh() {
    return id == null || id.isBlank();
  }

  /** Its name as it is kept. */
  public String getName() {
    return name;
  }

  /** What may stand in braces. */
  public Placeholder[] getPlaceholders() {
    return Placeholder.values();
  }

  /** The languages that a template can be in. */
  public List<String> getLanguages() {
    return look.getLanguages();
  }

  public @Nullable LetterDraft getPreview() {
    return preview;
  }

  public TemplateForm getForm() {
    return form;
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }
}
