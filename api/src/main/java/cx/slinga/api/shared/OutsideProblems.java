package cx.slinga.api.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Tells what the server refuses before any resource is asked, a missing token above all, in the
 * same form as every other refusal. Its headers, WWW-Authenticate for one, stay as they are.
 */
@WebServlet("/problem")
public class OutsideProblems extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(OutsideProblems.class.getName());

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Integer refused = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = refused == null ? 404 : refused;
    Locale language = Languages.first(Collections.list(request.getLocales()));
    Problem problem;
    if (status >= 500) {
      String number = Incident.number();
      LOG.log(
          Level.ERROR,
          "incident %s at %s"
              .formatted(number, request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)),
          (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
      problem = problem(500, language, List.of(number)).withInstance(number);
    } else {
      problem = problem(status, language, List.of());
    }
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Language", language.toLanguageTag());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", AnswerHeaders.POLICY);
    response.getOutputStream().write(JsonFormat.MAPPER.writeValueAsBytes(problem));
  }

  private static Problem problem(int status, Locale language, List<?> args) {
    int known = status == 500 || Problems.TOLD.contains(status) ? status : 400;
    String key = "http-" + known;
    return Problem.of(
        known,
        key,
        ProblemTexts.text(language, "title-" + known, List.of()),
        ProblemTexts.text(language, key, args),
        null);
  }
}
