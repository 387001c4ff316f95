package cx.slinga.letters;

import cx.slinga.cases.CaseService;
import cx.slinga.cases.Cases;
import cx.slinga.cases.ContactChannel;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.shared.Outbox;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** Writes to customers. */
@Stateless
@DenyAll
public class LetterService {
  private static final int ADDRESS_MAX = 254;

  @Inject private Cases cases;
  @Inject private CaseService caseService;
  @Inject private Database database;
  @Inject private Outbox outbox;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;

  /**
   * Sends a letter to the customer of a case and logs it as an attempt to contact, both or neither.
   * The record says that somebody wrote; the words stay with the case.
   *
   * @return the letter's id
   * @throws BusinessException of {@code to} when the customer has taken their consent back
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public UUID send(SendLetter letter) {
    Caller caller = currentUser.get();
    cases.get(caller.workable(), caller, letter.caseNumber(), letter.version());
    refuseNoContact(letter.caseNumber());
    String to = address(letter.to());
    String subject = LetterText.subject(letter.subject());
    String body = LetterText.body(letter.body());
    Placeholder.refuseUnfilled("subject", subject);
    Placeholder.refuseUnfilled("body", body);
    if (!LetterTemplate.LANGUAGES.contains(letter.language())) {
      throw BusinessException.ofField("language", "template.language-unknown", letter.language());
    }
    caseService.contact(
        letter.caseNumber(),
        letter.version(),
        ContactChannel.EMAIL,
        ContactOutcome.WRITTEN,
        subject);
    UUID id = Ids.next();
    database.write(
        h ->
            h.createUpdate(
                    "insert into letters (id, case_id, language, to_address, reply_to, subject,"
                        + " body, written_by, written_at) select :id, c.id, :language, :to,"
                        + " p.email, :subject, :body, p.id, :at from cases c, people p where"
                        + " c.number = :number and p.id = :person")
                .bind("id", id)
                .bind("language", letter.language())
                .bind("to", to)
                .bind("subject", subject)
                .bind("body", body)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("number", letter.caseNumber())
                .bind("person", caller.id())
                .execute());
    outbox.put(LetterMail.KIND, to, Map.of("letter", id.toString()));
    return id;
  }

  private void refuseNoContact(String number) {
    boolean refused =
        database.read(
            h ->
                h.createQuery(
                        "select exists (select from cases c join customers k on k.id ="
                            + " c.customer_id where c.number = :number and k.no_contact)")
                    .bind("number", number)
                    .mapTo(Boolean.class)
                    .one());
    if (refused) {
      throw BusinessException.ofField("to", "letter.no-contact");
    }
  }

  /** One plain address: no name, no list, nothing that could end a header. */
  static String address(String typed) {
    String address = typed.strip();
    if (address.isEmpty()) {
      throw BusinessException.ofField("to", "letter.address-missing");
    }
    try {
      InternetAddress read = new InternetAddress(address, true);
      boolean plain =
          address.length() <= ADDRESS_MAX
              && address.equals(read.getAddress())
              && address.codePoints().noneMatch(c -> c <= ' ' || Character.isISOControl(c))
              && address.matches("[^@]+@[^@]+\\.[^@.]+");
      if (plain) {
        return address;
      }
    } catch (AddressException e) {
      // told below
    }
    throw BusinessException.ofField("to", "letter.address-wrong");
  }
}
