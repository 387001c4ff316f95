package cx.slinga.web.calendars;

import cx.slinga.reminders.ReminderQueries;
import cx.slinga.reminders.ReminderService;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** When people are told of deadlines. */
@Named
@ViewScoped
public class ReminderPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ReminderQueries queries;
  @Inject private ReminderService service;

  private @Nullable ReminderForm form;

  /**
   * Keeps what was typed.
   *
   * @param said that it holds now, in the reader's language
   */
  public void save(String said) {
    service.set(getForm().command());
    form = null;
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, said, said));
  }

  /** What is typed; it begins with what is set. */
  public ReminderForm getForm() {
    ReminderForm typed = form;
    if (typed == null) {
      typed = new ReminderForm(queries.times());
      form = typed;
    }
    return typed;
  }
}
