package cx.slinga.web.cases;

import cx.slinga.letters.LetterDraft;
import cx.slinga.letters.LetterQueries;
import cx.slinga.letters.LetterRow;
import cx.slinga.letters.LetterService;
import cx.slinga.letters.SendLetter;
import cx.slinga.letters.TemplateQueries;
import cx.slinga.letters.TemplateRow;
import cx.slinga.notification.Addressee;
import cx.slinga.notification.OutboxDelivery;
import cx.slinga.web.shared.Look;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Letters to the customer of the case: those written, and the one being written. */
@Named
@ViewScoped
public class LetterPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CasePage casePage;
  @Inject private LetterQueries queries;
  @Inject private LetterService service;
  @Inject private TemplateQueries templates;
  @Inject private CaseWords caseWords;
  @Inject private Look look;

  private @Nullable LetterForm form;

  /** Fills the chosen template with what the case knows; what was typed gives way to it. */
  public void fillIn() {
    LetterForm typed = getForm();
    if (typed.getTemplate().isEmpty()) {
      return;
    }
    UUID id = UUID.fromString(typed.getTemplate());
    LetterDraft draft = queries.draft(casePage.caller().cases(), casePage.getNumber(), id);
    typed.say(draft.subject(), draft.body());
    getTemplates().stream()
        .filter(template -> template.id().equals(id))
        .findFirst()
        .ifPresent(template -> typed.setLanguage(template.language()));
  }

  /** Sends it, and logs it as contact. */
  public void send() {
    LetterForm typed = getForm();
    if (casePage.done(
        caseWords.say("letter.sent", casePage.getNumber()),
        () ->
            service.send(
                new SendLetter(
                    casePage.getNumber(),
                    casePage.getSeenVersion(),
                    typed.getTo(),
                    typed.getLanguage(),
                    typed.getSubject(),
                    typed.getBody())),
        "contactDo")) {
      form = null;
    }
  }

  /** What was written, oldest first. */
  public List<LetterRow> getLetters() {
    return casePage.once(
        "letters", () -> queries.of(casePage.caller().cases(), casePage.getNumber()));
  }

  /** Whether letters wait because there is no mail server to send them through. */
  public boolean isStuck() {
    return !OutboxDelivery.isSetUp()
        && getLetters().stream().anyMatch(one -> one.sentAt() == null && !one.dead());
  }

  /** The templates, those in the customer's language first. */
  public List<TemplateRow> getTemplates() {
    return casePage.once(
        "templates",
        () -> {
          String first = addressee().language();
          List<TemplateRow> all = templates.list();
          return java.util.stream.Stream.concat(
                  all.stream().filter(one -> one.language().equals(first)),
                  all.stream().filter(one -> !one.language().equals(first)))
              .toList();
        });
  }

  /** Whether the customer's address is known. */
  public boolean isAddressKnown() {
    return addressee().email() != null;
  }

  /** Whether the customer has said no to being contacted. */
  public boolean isNoContact() {
    return addressee().noContact();
  }

  private Addressee addressee() {
    return casePage.once(
        "addressee", () -> queries.addressee(casePage.caller().cases(), casePage.getNumber()));
  }

  /** The languages that a letter can be in. */
  public List<String> getLanguages() {
    return look.getLanguages();
  }

  /** What is typed; it begins in the customer's language and with the first template of it. */
  public LetterForm getForm() {
    LetterForm typed = form;
    if (typed == null) {
      Addressee to = addressee();
      typed = new LetterForm(to.email() == null ? "" : to.email(), to.language());
      form = typed;
    }
    return typed;
  }
}
