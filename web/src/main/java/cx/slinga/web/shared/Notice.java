package cx.slinga.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Map;

/**
 * A sentence for the next page, shown once. Faces' flash would do, but cannot set its cookie any
 * more where an old view is found out.
 */
@Named
@RequestScoped
public class Notice {
  private static final String KEY = "slinga.notice";

  static void leave(Map<String, Object> session, String text) {
    session.put(KEY, text);
  }

  /** Leaves a sentence for the page that the reader is sent to. */
  public void leave(String text) {
    leave(session(), text);
  }

  /** Whether there is one. */
  public boolean isWaiting() {
    return session().containsKey(KEY);
  }

  /** The sentence; it is gone then. */
  public String take() {
    return String.valueOf(session().remove(KEY));
  }

  private static Map<String, Object> session() {
    return FacesContext.getCurrentInstance().getExternalContext().getSessionMap();
  }
}
