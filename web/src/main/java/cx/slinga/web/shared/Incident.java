package cx.slinga.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** The number that joins what a person saw to what the log knows. */
@Named
@RequestScoped
public class Incident {
  static final String ATTRIBUTE = "slinga.incident";
  static final String HEADER = "X-Incident";

  private static final Logger LOG = System.getLogger(Incident.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();

  /** No letters or digits that are taken for one another on the telephone. */
  private static final String SIGNS = "23456789ABCDEFGHJKMNPQRTUVWXYZ";

  @Inject private HttpServletRequest request;
  private @Nullable String number;

  /** The number of the failure that led to this page; given now if it came from outside Faces. */
  public String getNumber() {
    String known = number;
    if (known == null) {
      known = (String) request.getAttribute(ATTRIBUTE);
    }
    if (known == null) {
      known = number();
      LOG.log(
          Level.ERROR,
          "incident " + known + " at " + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
          (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    }
    number = known;
    return known;
  }

  /** A new number such as 7K2M-91QF. */
  static String number() {
    StringBuilder signs = new StringBuilder(9);
    for (int i = 0; i < 8; i++) {
      if (i == 4) {
        signs.append('-');
      }
      signs.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return signs.toString();
  }
}
