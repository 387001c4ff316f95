package cx.slinga.web.answer;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * What strangers may send to the page that needs no log-in: looking, and one small form. And what
 * they leave behind: no session, since whatever the framework opened for them is ended again.
 */
@WebFilter("/answer/*")
public class AnswerDoor implements Filter {
  private static final long LARGEST = 100_000;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    boolean post = asked.getMethod().equals("POST");
    if (!post && !asked.getMethod().equals("GET") && !asked.getMethod().equals("HEAD")) {
      answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    if (post && asked.getContentLengthLong() < 0) {
      answer.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
      return;
    }
    if (post && asked.getContentLengthLong() > LARGEST) {
      answer.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    if (post && asked.getParameter("primefaces.nonce") == null) {
      // not our form
      answer.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      HttpSession session = asked.getSession(false);
      if (session != null && session.isNew()) {
        session.invalidate();
      }
    }
  }
}
