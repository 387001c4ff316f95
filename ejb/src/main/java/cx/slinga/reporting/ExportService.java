package cx.slinga.reporting;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseSort;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Workbooks to take away. */
@Stateless
@DenyAll
public class ExportService {
  /** What a workbook is, for the {@code Content-Type} header. */
  public static final String CONTENT_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");

  @Inject private CaseExport export;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;

  /** Name to save the workbook under: letters, digits and hyphens that every system takes. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public String fileName(CaseFilter filter) {
    String survey = filter.survey() == null ? "" : filter.survey().replaceAll("[^A-Za-z0-9]+", "-");
    return "slinga-cases-"
        + (survey.isEmpty() ? "" : survey + "-")
        + STAMP.format(ZonedDateTime.ofInstant(clock.instant(), CaseQueries.ZONE))
        + ".xlsx";
  }

  /**
   * Writes the cases that the filter names, within the caller's sight, as an Excel workbook. What
   * leaves is in the record before its first byte is written; a slow reader holds no transaction.
   *
   * @param locale language of headings and words
   * @param out is written to only when the workbook is complete, and not closed
   * @throws IOException when {@code out} does not take it
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void cases(CaseFilter filter, CaseSort sort, Locale locale, OutputStream out)
      throws IOException {
    try (CaseWorkbook book = export.make(currentUser.get(), filter, sort, locale)) {
      book.writeTo(out);
    }
  }
}
