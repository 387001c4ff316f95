package cx.slinga.web.calendars;

import cx.slinga.cases.GateRules;
import cx.slinga.cases.GateService;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Who may close a case, and when its customer is asked again. */
@Named
@ViewScoped
public class GatePanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private GateService service;

  private @Nullable GateForm form;

  /**
   * Lets what was typed hold.
   *
   * @param said that it holds now, in the reader's language
   */
  public void save(String said) {
    service.change(getForm().rules());
    form = null;
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, said, said));
  }

  /** What is typed; it begins with what holds. */
  public GateForm getForm() {
    GateForm typed = form;
    if (typed == null) {
      typed = new GateForm(service.rules());
      form = typed;
    }
    return typed;
  }

  /** The rules of the gate as they are typed. */
  public static class GateForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long version;
    private boolean fourEyes;
    private boolean askAgain;
    private @Nullable Integer coolDownDays;
    private @Nullable Integer validDays;

    GateForm(GateRules rules) {
      version = rules.version();
      fourEyes = rules.fourEyes();
      askAgain = rules.askAgain();
      coolDownDays = rules.coolDownDays();
      validDays = rules.validDays();
    }

    GateRules rules() {
      return new GateRules(fourEyes, askAgain, number(coolDownDays), number(validDays), version);
    }

    /** Nothing typed is told like any other number that is out of range. */
    private static int number(@Nullable Integer typed) {
      return typed == null ? -1 : typed;
    }

    public boolean isFourEyes() {
      return fourEyes;
    }

    public void setFourEyes(boolean fourEyes) {
      this.fourEyes = fourEyes;
    }

    public boolean isAskAgain() {
      return askAgain;
    }

    public void setAskAgain(boolean askAgain) {
      this.askAgain = askAgain;
    }

    public @Nullable Integer getCoolDownDays() {
      return coolDownDays;
    }

    public void setCoolDownDays(@Nullable Integer coolDownDays) {
      this.coolDownDays = coolDownDays;
    }

    public @Nullable Integer getValidDays() {
      return validDays;
    }

    public void setValidDays(@Nullable Integer validDays) {
      this.validDays = validDays;
    }
  }
}
