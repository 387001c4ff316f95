package cx.slinga.letters;

import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads the templates. They hold nothing of any customer: whoever writes may see all. */
@Stateless
@DenyAll
public class TemplateQueries {
  private static final String ROW =
      "select t.id, t.name, t.language, t.subject, t.body, p.name as changed_by, t.changed_at,"
          + " t.version from letter_templates t left join people p on p.id = t.changed_by ";
  private static final RowMapper<TemplateRow> TEMPLATE_ROW =
      ConstructorMapper.of(TemplateRow.class);

  @Inject private Database database;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;

  /** All of them, by language and name. */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public List<TemplateRow> list() {
    return database.read(
        h ->
            h.createQuery(
                    ROW
                        + "order by array_position(array['en', 'sv', 'da', 'no'], t.language),"
                        + " lower(t.name)")
                .map(TEMPLATE_ROW)
                .list());
  }

  /**
   * One of them.
   *
   * @throws NotFoundException when there is none
   */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public TemplateRow get(UUID id) {
    return database.read(
        h ->
            h.createQuery(ROW + "where t.id = :id")
                .bind("id", id)
                .map(TEMPLATE_ROW)
                .findOne()
                .orElseThrow(() -> new NotFoundException(id)));
  }

  /**
   * What a letter made from it would say, to an invented customer.
   *
   * @throws BusinessException where the template could not be saved like this
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public LetterDraft preview(SaveTemplate words) {
    var caller = currentUser.get();
    LetterTemplate checked = new LetterTemplate(words, caller.id().value(), clock.instant());
    LocalDate today = LocalDate.ofInstant(clock.instant(), LetterWords.ZONE);
    return new LetterWords(checked.language())
        .draft(
            checked.subject(),
            checked.body(),
            new LetterWords.Facts(null, "SL-2026-000123", caller.name(), null, null, today));
  }
}
