package cx.slinga.web.work;

import cx.slinga.cases.CaseTotal;
import cx.slinga.web.shared.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ResourceBundle;

/** What the start page says about counts. */
@Named
@RequestScoped
public class WorkWords {
  @Inject private Words words;

  /** 12, 10,000+ or ≈ 41,000. */
  public String figure(CaseTotal total) {
    return switch (total.kind()) {
      case EXACT -> words.number(total.said());
      case MORE -> say("strip.over", total.said());
      case ABOUT -> say("strip.about", total.said());
    };
  }

  /** 12 new cases today, each with an owner. */
  String opened(CaseTotal total) {
    return say(total.kind() == CaseTotal.Kind.EXACT ? "new" : "new.over", total.said());
  }

  private String say(String key, Object... args) {
    return words.fill(
        ResourceBundle.getBundle(
                "cx.slinga.web.work.Text",
                FacesContext.getCurrentInstance().getViewRoot().getLocale(),
                WorkWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .getString(key),
        args);
  }
}
