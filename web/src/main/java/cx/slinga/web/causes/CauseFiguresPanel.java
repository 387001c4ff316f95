package cx.slinga.web.causes;

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

  @Inject private CausePage causePage;
  @Inject private CauseFigureQueries queries;

  public CauseFigures getFigures() {
    return causePage.once("figures", () -> queries.figures(causePage.key()));
  }

  /** The shares week by week as a drawing. */
  public WeekChart getWeeks() {
    return causePage.once("weeks", () -> WeekChart.of(getFigures().weeks()));
  }
}
