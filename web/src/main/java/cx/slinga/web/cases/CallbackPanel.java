package cx.slinga.web.cases;

import cx.slinga.callback.AgreeCallback;
import cx.slinga.callback.Callback;
import cx.slinga.callback.CallbackQueries;
import cx.slinga.callback.CallbackService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the customer of the case wants to be called. */
@Named
@ViewScoped
public class CallbackPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CasePage casePage;
  @Inject private CallbackQueries queries;
  @Inject private CallbackService service;
  @Inject private CaseWords caseWords;

  private @Nullable CallbackForm form;

  /** Agrees on the time. */
  public void agree() {
    CallbackForm typed = getForm();
    if (casePage.done(
        caseWords.say("callback.saved", casePage.getNumber()),
        () ->
            service.agree(
                new AgreeCallback(
                    casePage.getNumber(),
                    typed.getDay(),
                    typed.getFrom(),
                    typed.getTo(),
                    typed.getNote())),
        "contactDo")) {
      form = null;
    }
  }

  /** Drops the time. */
  public void drop() {
    if (casePage.done(
        caseWords.say("callback.dropped", casePage.getNumber()),
        () -> service.drop(casePage.getNumber()),
        "contactDo")) {
      form = null;
    }
  }

  /** What was agreed; null when nothing is. */
  public @Nullable Callback getAgreed() {
    Optional<Callback> agreed =
        casePage.once(
            "callback", () -> queries.of(casePage.caller().cases(), casePage.getNumber()));
    return agreed.orElse(null);
  }

  /** What is typed; it begins with what was agreed. */
  public CallbackForm getForm() {
    CallbackForm typed = form;
    if (typed == null) {
      typed = new CallbackForm(getAgreed());
      form = typed;
    }
    return typed;
  }
}
