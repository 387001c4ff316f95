package cx.slinga.web.cases;

import cx.slinga.audit.Origin;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseFilterQueries;
import cx.slinga.cases.CaseSort;
import cx.slinga.reporting.ExportService;
import cx.slinga.shared.BusinessException;
import cx.slinga.web.shared.Languages;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/** The workbook of what a list of cases shows: the same parameters as the list. */
@WebServlet("/cases/export")
public class CaseExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private ExportService exports;
  @Inject private CaseFilterQueries filters;
  @Inject private Origin origin;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    origin.is("web");
    try {
      CaseFilter filter = filters.known(CaseFilter.parse(request::getParameter));
      CaseSort sort = CaseSort.parse(request.getParameter("sort"));
      response.setContentType(ExportService.CONTENT_TYPE);
      response.setHeader(
          "Content-Disposition", "attachment; filename=\"" + exports.fileName(filter) + "\"");
      response.setHeader("Cache-Control", "no-store");
      exports.cases(filter, sort, language(request), response.getOutputStream());
    } catch (EJBAccessException notAllowed) {
      response.reset();
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } catch (BusinessException unknown) {
      // only an address typed by hand can name what does not exist
      response.reset();
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static Locale language(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    Optional<String> choice =
        cookies == null
            ? Optional.empty()
            : Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(Languages.COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    Iterator<Locale> wanted = request.getLocales().asIterator();
    return Languages.choose(choice, wanted);
  }
}
