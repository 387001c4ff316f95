package cx.slinga.web.causes;

import cx.slinga.insight.Wilson;
import cx.slinga.rootcause.CauseFelt;
import cx.slinga.rootcause.CauseFigureQueries;
import cx.slinga.rootcause.CauseFigures;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** How large the cause is, and since when. */
@Named
@ViewScoped
public class CauseFiguresPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int PLACES = 7;

  @Inject private CausePage causePage;
  @Inject private CauseFigureQueries queries;

  public CauseFigures getFigures() {
    return causePage.once("figures", () -> queries.figures(causePage.key()));
  }

  /** Where it is felt most. */
  public CauseFelt getFelt() {
    return causePage.once("felt", () -> queries.felt(causePage.key(), PLACES));
  }

  /** Percentage that the cause has of what is felt there; with its interval, for the drawing. */
  public double share(CauseFelt.Place place) {
    return place.of() == 0 ? 0 : 100.0 * place.cases() / place.of();
  }

  /** Lower end of the 95 % interval, in percent. */
  public double low(CauseFelt.Place place) {
    return 100 * Wilson.interval(place.cases(), place.of()).low();
  }

  /** Upper end of the 95 % interval, in percent. */
  public double high(CauseFelt.Place place) {
    return 100 * Wilson.interval(place.cases(), place.of()).high();
  }

  /** Whether enough was felt there for a share. */
  public boolean isEnough(CauseFelt.Place place) {
    return place.of() >= CauseWords.ENOUGH;
  }

  /** The shares week by week as a drawing. */
  public WeekChart getWeeks() {
    return causePage.once("weeks", () -> WeekChart.of(getFigures().weeks()));
  }
}
