package cx.slinga.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Knows who writes which kind of mail. */
@ApplicationScoped
class MailTexts {
  private CaseAssignedMail caseAssigned;
  private LetterMail letter;
  private ResurveyMail resurvey;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected MailTexts() {}

  @Inject
  MailTexts(CaseAssignedMail caseAssigned, LetterMail letter, ResurveyMail resurvey) {
    this.caseAssigned = caseAssigned;
    this.letter = letter;
    this.resurvey = resurvey;
  }

  /**
   * The text of a message.
   *
   * @param site address of the application without a slash at its end
   * @return empty when there is nobody to send it to, or no such kind
   */
  Optional<Mail> write(Outgoing message, String site) {
    return switch (message.kind()) {
      case CaseAssignedMail.KIND ->
          caseAssigned.write(message.recipient(), message.payload().getString("number"), site);
      case LetterMail.KIND -> letter.write(UUID.fromString(message.payload().getString("letter")));
      case ResurveyMail.KIND ->
          resurvey.write(UUID.fromString(message.payload().getString("resurvey")), site);
      default -> Optional.empty();
    };
  }
}
