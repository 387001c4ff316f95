package cx.slinga.web.insight;

import cx.slinga.cases.CaseState;
import cx.slinga.insight.DailyNps;
import cx.slinga.web.shared.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * Charts as Chart.js reads them. A canvas cannot read the tokens, so its colours are middle steps
 * of the ramps that are told apart on light and on dark ground; each chart has a table behind it.
 */
@RequestScoped
class Charts {
  private static final String LINE = "#228388";
  private static final String BAND = "rgba(34,131,136,0.18)";
  private static final String AXIS = "#7d8a92";
  private static final String GRID = "rgba(125,138,146,0.25)";

  @Inject private Words words;

  /** The score by day as a line, its interval as a band; days without enough answers are a gap. */
  String daily(List<DailyNps> days) {
    DateTimeFormatter dayOfMonth =
        DateTimeFormatter.ofPattern(
            "d MMM", FacesContext.getCurrentInstance().getViewRoot().getLocale());
    JsonArrayBuilder labels = Json.createArrayBuilder();
    JsonArrayBuilder values = Json.createArrayBuilder();
    JsonArrayBuilder lows = Json.createArrayBuilder();
    JsonArrayBuilder highs = Json.createArrayBuilder();
    for (DailyNps day : days) {
      labels.add(dayOfMonth.format(day.day()));
      if (day.tooFew()) {
        values.addNull();
        lows.addNull();
        highs.addNull();
      } else {
        values.add(tenth(day.value()));
        lows.add(tenth(day.low()));
        highs.add(tenth(day.high()));
      }
    }
    JsonArrayBuilder sets =
        Json.createArrayBuilder()
            .add(line(text("chart.low"), lows).add("borderWidth", 0).add("pointRadius", 0))
            .add(
                line(text("chart.high"), highs)
                    .add("borderWidth", 0)
                    .add("pointRadius", 0)
                    .add("backgroundColor", BAND)
                    .add("fill", "-1"))
            .add(
                line(text("chart.nps"), values)
                    .add("borderWidth", 2)
                    .add("pointRadius", 3)
                    .add("borderColor", LINE)
                    .add("backgroundColor", LINE));
    return chart("line", labels, sets, false);
  }

  /** Cases by state as horizontal bars. */
  String states(Map<CaseState, Long> states) {
    JsonArrayBuilder labels = Json.createArrayBuilder();
    JsonArrayBuilder values = Json.createArrayBuilder();
    states.forEach(
        (state, n) -> {
          labels.add(text("state." + state));
          values.add(n);
        });
    JsonArrayBuilder sets =
        Json.createArrayBuilder()
            .add(
                Json.createObjectBuilder()
                    .add("label", text("cases"))
                    .add("data", values)
                    .add("backgroundColor", LINE)
                    .add("borderRadius", 3));
    return chart("bar", labels, sets, true);
  }

  private static JsonObjectBuilder line(String label, JsonArrayBuilder data) {
    return Json.createObjectBuilder().add("label", label).add("data", data).add("fill", false);
  }

  private static String chart(
      String type, JsonArrayBuilder labels, JsonArrayBuilder sets, boolean sideways) {
    JsonObjectBuilder options =
        Json.createObjectBuilder()
            .add("responsive", true)
            .add("maintainAspectRatio", false)
            .add("animation", false)
            .add("spanGaps", false)
            .add(
                "plugins",
                Json.createObjectBuilder()
                    .add("legend", Json.createObjectBuilder().add("display", false)))
            .add(
                "scales",
                Json.createObjectBuilder().add("x", axis(false)).add("y", axis(sideways)));
    if (sideways) {
      options.add("indexAxis", "y");
    }
    return Json.createObjectBuilder()
        .add("type", type)
        .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", sets))
        .add("options", options)
        .build()
        .toString();
  }

  private static JsonObjectBuilder axis(boolean everyLabel) {
    JsonObjectBuilder ticks = Json.createObjectBuilder().add("color", AXIS).add("maxRotation", 0);
    if (everyLabel) {
      ticks.add("autoSkip", false);
    }
    return Json.createObjectBuilder()
        .add("ticks", ticks)
        .add("grid", Json.createObjectBuilder().add("color", GRID));
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private static String text(String key) {
    return ResourceBundle.getBundle(
            "cx.slinga.web.insight.Text",
            FacesContext.getCurrentInstance().getViewRoot().getLocale(),
            Charts.class.getClassLoader())
        .getString(key);
  }
}
