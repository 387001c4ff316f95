package cx.slinga.web.journey;

import cx.slinga.journey.JourneyQueries;
import cx.slinga.journey.ResponsibilityRow;
import cx.slinga.journey.TouchpointService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.primefaces.PrimeFaces;

/** The order of the touchpoints of a stage, which buttons move by one place. */
@Named
@RequestScoped
public class OrderPanel {
  @Inject private JourneyListView list;
  @Inject private JourneyQueries queries;
  @Inject private TouchpointService service;

  /** One place earlier. */
  public void up(ResponsibilityRow row) {
    move(row, -1);
  }

  /** One place later. */
  public void down(ResponsibilityRow row) {
    move(row, 1);
  }

  /** Moves it by so many places from where it is now; at an end it stays. */
  private void move(ResponsibilityRow row, int by) {
    List<String> others =
        queries.responsibilities().stream()
            .filter(t -> t.stageKey().equals(row.stageKey()))
            .map(ResponsibilityRow::key)
            .toList();
    int from = others.indexOf(row.key());
    int to = from + by;
    if (from < 0 || to < 0 || to >= others.size()) {
      return;
    }
    int follows = by < 0 ? to - 1 : to;
    service.place(row.key(), follows < 0 ? null : others.get(follows));
    list.load();
    // whoever moves it by keyboard goes on from the same row
    boolean end = to == 0 || to == others.size() - 1;
    String button = end ? (to == 0 ? "down" : "up") : by < 0 ? "up" : "down";
    PrimeFaces.current()
        .executeScript(
            "document.querySelector('[data-row=\"%s\"] [data-move=\"%s\"]')?.focus()"
                .formatted(row.key(), button));
  }
}
