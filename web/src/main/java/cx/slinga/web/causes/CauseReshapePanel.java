package cx.slinga.web.causes;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseSort;
import cx.slinga.journey.JourneyQueries;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.CauseRow;
import cx.slinga.rootcause.CauseService;
import cx.slinga.shared.BusinessException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Taking another cause in, and making a part of it a cause of its own. */
@Named
@ViewScoped
public class CauseReshapePanel implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int SPLITTABLE = 100;

  @Inject private CausePage causePage;
  @Inject private CauseWhysPanel causeWhysPanel;
  @Inject private CauseService service;
  @Inject private CauseQueries causes;
  @Inject private CaseQueries cases;
  @Inject private JourneyQueries journey;

  private final SplitForm form = new SplitForm();
  private String mergeFrom = "";

  /** Takes another cause into this one. */
  public void merge() {
    if (mergeFrom.isEmpty()) {
      throw BusinessException.ofField("from", "cause.unknown");
    }
    UUID from = UUID.fromString(mergeFrom);
    if (causePage.done(
        "merged",
        () -> service.merge(causePage.key(), causePage.seenVersion(), from),
        "whysPart",
        "treePart",
        "evidencePart",
        "linkedPart",
        "planShown")) {
      mergeFrom = "";
      causeWhysPanel.begin();
    }
  }

  /** Makes a part of it a cause of its own, and goes there. */
  public @Nullable String split() {
    UUID[] made = new UUID[1];
    boolean done =
        causePage.done(
            "split",
            () ->
                made[0] =
                    service.split(
                        form.command(causePage.key(), causePage.seenVersion(), this::matching)));
    return done ? "/causes/view.xhtml?faces-redirect=true&id=" + made[0] : null;
  }

  /** Shows the cases that the words name; what else was typed stays. */
  public void find() {
    // the request has put the words into the form
  }

  /** Cases that may go to a new cause: the newest of those that the words name. */
  public List<CaseRow> getSplittable() {
    return causePage
        .once(
            "splittable." + form.getWords(),
            () ->
                cases.list(
                    causePage.caller().cases(),
                    candidates(),
                    CaseSort.OPENED_NEWEST,
                    null,
                    SPLITTABLE))
        .items();
  }

  /** How many there are, shown or not. */
  public long getSplittableTotal() {
    return causePage.once(
        "splittableTotal." + form.getWords(),
        () -> cases.count(causePage.caller().cases(), candidates()));
  }

  private List<String> matching() {
    List<String> numbers = new ArrayList<>();
    cases.each(
        causePage.caller().cases(),
        candidates(),
        CaseSort.OPENED_NEWEST,
        row -> numbers.add(row.number()));
    return numbers;
  }

  private CaseFilter candidates() {
    return CaseFilter.parse(
        name ->
            switch (name) {
              case "cause" -> causePage.key().toString();
              case "q" -> form.getWords();
              default -> null;
            });
  }

  /** Other causes, for merging. */
  public List<CauseRow> getOthers() {
    return causePage.once(
        "others",
        () ->
            causes.suggestions(causePage.getRow().touchpointKey()).stream()
                .filter(
                    other -> !other.id().equals(causePage.key()) && causes.mayChange(other.id()))
                .toList());
  }

  public List<TouchpointRow> getTouchpoints() {
    return causePage.once("touchpoints", journey::touchpoints);
  }

  public SplitForm getForm() {
    return form;
  }

  public String getMergeFrom() {
    return mergeFrom;
  }

  public void setMergeFrom(@Nullable String mergeFrom) {
    this.mergeFrom = mergeFrom == null ? "" : mergeFrom;
  }
}
