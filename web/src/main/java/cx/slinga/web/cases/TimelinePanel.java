package cx.slinga.web.cases;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** What happened to the case: all of it, what people did, or what concerns the clocks. */
@Named
@ViewScoped
public class TimelinePanel implements Serializable {
  private static final long serialVersionUID = 1L;

  /** All that a timeline can be narrowed to, as the URL names it. */
  private static final List<String> KINDS = List.of("all", "people", "clocks");

  @Inject private CasePage casePage;

  private String kind = "all";

  /** What happened, newest first, as far as it is shown. */
  public List<TimelineItem> getItems() {
    return casePage
        .once("timeline", () -> casePage.timelineWords().of(casePage.getDetails()))
        .stream()
        .filter(this::shows)
        .toList();
  }

  /** Shows another part, and has the address say so. */
  public void show(String other) {
    setKind(other);
    String number = URLEncoder.encode(casePage.getNumber(), StandardCharsets.UTF_8);
    PrimeFaces.current()
        .executeScript(
            "history.replaceState(null,'','?number=" + number + "&timeline=" + kind + "')");
  }

  private boolean shows(TimelineItem item) {
    return switch (kind) {
      case "people" -> item.actor() != null;
      case "clocks" -> item.clock();
      default -> true;
    };
  }

  /** What can be shown. */
  public List<String> getKinds() {
    return KINDS;
  }

  public String getKind() {
    return kind;
  }

  /** What is not known shows all. */
  public void setKind(@Nullable String kind) {
    this.kind = kind != null && KINDS.contains(kind) ? kind : "all";
  }
}
