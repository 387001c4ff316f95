package cx.slinga.reporting;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseSort;
import cx.slinga.security.Roles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Workbooks to take away. */
@Stateless
@DenyAll
public class ExportService {
  /** What a workbook is, for the {@code Content-Type} header. */
  public static final String CONTENT_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Name to save the workbook under, without characters that any file system refuses. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public String fileName(CaseFilter filter) {
    return "cases.xlsx";
  }

  /**
   * Writes the cases that the filter names, within the caller's sight, as an Excel workbook. What
   * leaves is in the record before its first byte is written.
   *
   * @param locale language of headings and words
   * @param out is written to only when the workbook is complete, and not closed
   * @throws IOException when {@code out} cannot take it
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public void cases(CaseFilter filter, CaseSort sort, Locale locale, OutputStream out)
      throws IOException {
    throw new UnsupportedOperationException();
  }
}
