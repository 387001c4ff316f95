package cx.slinga.web.cases;

import cx.slinga.cases.CaseRow;
import cx.slinga.organisation.DepartmentOwners.Taker;
import cx.slinga.rootcause.AnalysisService;
import cx.slinga.rootcause.CauseFilter;
import cx.slinga.rootcause.CauseLikenessQueries;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.CauseRow;
import cx.slinga.rootcause.CauseState;
import cx.slinga.rootcause.CauseSuggestion;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The known causes that a case can be linked to: those that suggest themselves, and any other by
 * its title. Before a case goes to another owner with its cause, it is asked.
 */
@Named
@ViewScoped
public class CausePanel implements Serializable {
  private static final long serialVersionUID = 1L;

  /** So many suggest themselves; whoever wants another one looks for it. */
  private static final int SUGGESTED = 5;

  private static final int FOUND = 8;

  @Inject private CasePage casePage;
  @Inject private AnalysisPanel analysisPanel;
  @Inject private AnalysisService analysisService;
  @Inject private CauseQueries causeQueries;
  @Inject private CauseLikenessQueries likeness;
  @Inject private CaseWords caseWords;

  private String search = "";
  private @Nullable UUID asked;

  /** A cause to choose, and why it suggests itself; empty where it does not. */
  public record Choice(CauseRow cause, String why) {}

  /** Links the case, unless it would go to another owner: then it is asked first. */
  public void link(CauseRow cause) {
    if (follower(cause) == null) {
      save(cause, false);
    } else {
      asked = cause.id();
    }
  }

  /** Links it and gives it to whom it follows. */
  public void give() {
    saveAsked(true);
  }

  /** Links it and leaves it with its owner. */
  public void leave() {
    saveAsked(false);
  }

  /** Does not link it. */
  public void forget() {
    asked = null;
  }

  private void saveAsked(boolean handOver) {
    CauseRow cause = getAsked();
    if (cause != null) {
      save(cause, handOver);
    }
  }

  private void save(CauseRow cause, boolean handOver) {
    Taker taker = handOver ? follower(cause) : null;
    if (casePage.done(
        caseWords.analysed(casePage.getNumber(), taker == null ? null : taker.name()),
        () ->
            analysisService.link(
                casePage.getNumber(), casePage.getSeenVersion(), cause.id(), handOver),
        "analysisDo")) {
      asked = null;
      search = "";
      analysisPanel.linked(cause);
    }
  }

  // what is shown

  /** Causes of the same touchpoint, and those whose cases sound alike; the likeliest first. */
  public List<Choice> getSuggested() {
    UUID now = casePage.getRow().causeId();
    return suggestions().stream()
        .filter(one -> one.here() || one.similar() > 0)
        .filter(one -> !one.cause().id().equals(now))
        .limit(SUGGESTED)
        .map(one -> new Choice(one.cause(), why(one)))
        .toList();
  }

  /** What the search finds; empty while nothing is looked for. */
  public List<Choice> getFound() {
    return found().stream()
        .limit(FOUND)
        .map(
            cause ->
                new Choice(
                    cause,
                    suggestions().stream()
                        .filter(one -> one.cause().id().equals(cause.id()))
                        .map(this::why)
                        .findFirst()
                        .orElse("")))
        .toList();
  }

  /** How many more the search finds than are shown. */
  public int getFurther() {
    return Math.max(0, found().size() - FOUND);
  }

  private List<CauseRow> found() {
    if (search.isBlank()) {
      return List.of();
    }
    UUID now = casePage.getRow().causeId();
    return casePage.once(
        "found " + search,
        () ->
            causeQueries.list(CauseFilter.parse(name -> name.equals("q") ? search : null)).stream()
                .filter(cause -> cause.state() != CauseState.REJECTED)
                .filter(cause -> !cause.id().equals(now))
                .toList());
  }

  private List<CauseSuggestion> suggestions() {
    return casePage.once(
        "suggestions",
        () -> likeness.suggestionsFor(casePage.caller().cases(), casePage.getNumber()));
  }

  private String why(CauseSuggestion one) {
    List<String> reasons = new ArrayList<>();
    if (one.here()) {
      reasons.add(caseWords.text("causes.here"));
    }
    if (one.similar() > 0) {
      reasons.add(caseWords.say("causes.similar", one.similar()));
    }
    return String.join(" · ", reasons);
  }

  /** The cause that the case would be given to another owner with, if it were linked. */
  public @Nullable CauseRow getAsked() {
    UUID id = asked;
    return id == null
        ? null
        : casePage.once(
            "asked " + id, () -> causeQueries.details(casePage.caller().cases(), id).row());
  }

  /** Who gets the case with the cause that is asked about. */
  public @Nullable Taker getTaker() {
    CauseRow cause = getAsked();
    return cause == null ? null : follower(cause);
  }

  /** Whether the reader still sees the case, once it is given away with the cause asked about. */
  public boolean isSeen() {
    CauseRow cause = getAsked();
    return cause == null || isSeenAfterwards(cause);
  }

  private boolean isSeenAfterwards(CauseRow cause) {
    Taker taker = follower(cause);
    return taker == null
        || casePage
            .caller()
            .cases()
            .covers(
                taker.id().value(),
                analysisPanel.department(felt(cause)),
                analysisPanel.department(cause.touchpointKey()));
  }

  private String felt(CauseRow cause) {
    CaseRow row = casePage.getRow();
    return row.symptomKey() == null ? cause.touchpointKey() : row.symptomKey();
  }

  private @Nullable Taker follower(CauseRow cause) {
    return casePage
        .once(
            "follower of " + cause.id(),
            () ->
                Optional.ofNullable(
                    causeQueries.follower(
                        casePage.caller().cases(),
                        casePage.getNumber(),
                        felt(cause),
                        cause.touchpointKey())))
        .orElse(null);
  }

  public String getSearch() {
    return search;
  }

  public void setSearch(@Nullable String search) {
    this.search = search == null ? "" : search.strip();
  }
}
