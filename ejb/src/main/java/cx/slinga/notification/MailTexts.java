package cx.slinga.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Knows who writes which kind of mail. */
@ApplicationScoped
class MailTexts {
  private CaseAssignedMail caseAssigned;
  private LetterMail letter;
  private ResurveyMail resurvey;
  private DeadlineDigest deadlines;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected MailTexts() {}

  @Inject
  MailTexts(
      CaseAssignedMail caseAssigned,
      LetterMail letter,
      ResurveyMail resurvey,
      DeadlineDigest deadlines) {
    this.caseAssigned = caseAssigned;
    this.letter = letter;
    this.resurvey = resurvey;
    this.deadlines = deadlines;
  }

  /**
   * Writes a message.
   *
   * @param site address of the application without a slash at its end
   */
  Written write(Outgoing message, String site, Instant now) {
    return switch (message.kind()) {
      case CaseAssignedMail.KIND ->
          written(
              caseAssigned.write(message.recipient(), message.payload().getString("number"), site));
      case LetterMail.KIND ->
          written(letter.write(UUID.fromString(message.payload().getString("letter"))));
      case ResurveyMail.KIND ->
          written(resurvey.write(UUID.fromString(message.payload().getString("resurvey")), site));
      case DeadlineDigest.KIND -> deadlines.write(message.id(), message.recipient(), site, now);
      default -> new Written.Nobody();
    };
  }

  private static Written written(Optional<Mail> mail) {
    return mail.<Written>map(Written.Ready::new).orElseGet(Written.Nobody::new);
  }
}
