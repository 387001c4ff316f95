package cx.slinga.letters;

import cx.slinga.cases.CaseQueries;
import cx.slinga.notification.Addressee;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.shared.Messages;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads what was written to customers, and drafts what is about to be. */
@Stateless
@DenyAll
public class LetterQueries {
  private static final RowMapper<LetterRow> LETTER_ROW = ConstructorMapper.of(LetterRow.class);

  @Inject private Database database;
  @Inject private CaseQueries cases;
  @Inject private CurrentUser currentUser;

  /**
   * What was written to the customer of the case, oldest first; nothing when it is out of sight.
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<LetterRow> of(Visibility visibility, String number) {
    if (!cases.lies(visibility, number)) {
      return List.of();
    }
    return database.read(
        h ->
            h.createQuery(
                    "select l.id, l.written_at, p.name as written_by, l.to_address, l.language,"
                        + " l.subject, l.body, o.sent_at, o.dead_at is not null as dead from"
                        + " letters l join cases c on c.id = l.case_id join people p on p.id ="
                        + " l.written_by left join outbox o on o.kind = 'mail.letter' and"
                        + " o.payload ->> 'letter' = l.id::text where c.number = :number order by"
                        + " l.written_at")
                .bind("number", number)
                .map(LETTER_ROW)
                .list());
  }

  /**
   * To whom a letter would go.
   *
   * @throws NotFoundException when there is no such case within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public Addressee addressee(Visibility visibility, String number) {
    CaseFacts facts = facts(visibility, number);
    return new Addressee(
        facts.customer(), facts.email(), ours(facts.language()), facts.noContact());
  }

  /**
   * The template filled with what the case knows.
   *
   * @throws NotFoundException when there is no such case within sight, or no such template
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public LetterDraft draft(Visibility visibility, String number, UUID template) {
    CaseFacts facts = facts(visibility, number);
    record Words(String language, String subject, String body) {}
    Words words =
        database.read(
            h ->
                h.createQuery("select language, subject, body from letter_templates where id = :id")
                    .bind("id", template)
                    .map(
                        (row, context) ->
                            new Words(
                                row.getString("language"),
                                row.getString("subject"),
                                row.getString("body")))
                    .findOne()
                    .orElseThrow(() -> new NotFoundException(template)));
    return new LetterWords(words.language())
        .draft(
            words.subject(),
            words.body(),
            new LetterWords.Facts(
                facts.customer(),
                number,
                currentUser.get().name(),
                facts.touchpoint(),
                facts.survey(),
                facts.answered()));
  }

  private record CaseFacts(
      @Nullable String customer,
      @Nullable String email,
      @Nullable String language,
      @Nullable String touchpoint,
      String survey,
      LocalDate answered,
      boolean noContact) {}

  private CaseFacts facts(Visibility visibility, String number) {
    if (!cases.lies(visibility, number)) {
      throw new NotFoundException(number);
    }
    return database.read(
        h ->
            h.createQuery(
                    "select k.name as customer, k.email, coalesce(k.language, r.language) as"
                        + " language, t.name as touchpoint, s.name as survey, r.answered_on,"
                        + " coalesce(k.no_contact, false) as no_contact from"
                        + " cases c join responses r on r.id = c.response_id join surveys s on s.id"
                        + " = c.survey_id left join touchpoints t on t.id = c.symptom_touchpoint_id"
                        + " left join customers k on k.id = c.customer_id where c.number = :number")
                .bind("number", number)
                .map(
                    (row, context) ->
                        new CaseFacts(
                            row.getString("customer"),
                            row.getString("email"),
                            row.getString("language"),
                            row.getString("touchpoint"),
                            row.getString("survey"),
                            row.getObject("answered_on", LocalDate.class),
                            row.getBoolean("no_contact")))
                .one());
  }

  /** The customer's language where it is one of ours, else English. */
  private static String ours(@Nullable String language) {
    return language == null ? "en" : Messages.ours(Locale.forLanguageTag(language)).getLanguage();
  }
}
