package cx.slinga.web.cases;

import cx.slinga.cases.CaseRow;
import cx.slinga.journey.JourneyQueries;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.organisation.DepartmentOwners.Taker;
import cx.slinga.rootcause.AnalysisService;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.CauseRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where it was felt, where it was caused, and by what. */
@Named
@ViewScoped
public class AnalysisPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CasePage casePage;
  @Inject private AnalysisService analysisService;
  @Inject private CauseQueries causeQueries;
  @Inject private JourneyQueries journey;
  @Inject private CaseWords caseWords;

  private @Nullable AnalysisForm form;

  /** Names the root cause. */
  public void nameCause() {
    Taker taker = getForm().isHandOver() ? getFollower() : null;
    if (casePage.done(
        caseWords.analysed(casePage.getNumber(), taker == null ? null : taker.name()),
        () ->
            analysisService.nameCause(
                getForm().command(casePage.getNumber(), casePage.getSeenVersion())),
        "analysisDo")) {
      form = null;
    }
  }

  /** Makes room for one why more. */
  public void anotherWhy() {
    getForm().anotherWhy();
  }

  /** The case was linked to a known cause: what is typed beside that stays. */
  void linked(CauseRow cause) {
    AnalysisForm typed = form;
    if (typed != null) {
      typed.linked(cause);
    }
  }

  /** Another place was chosen; who gets the case then is asked anew. */
  public void placed() {
    getForm().setHandOver(true);
  }

  /** Who gets the case when it follows its cause to another department; null when it stays. */
  public @Nullable Taker getFollower() {
    String felt = getForm().getSymptom();
    String caused = getForm().getCause();
    if (felt.isEmpty() || caused.isEmpty()) {
      return null;
    }
    return casePage
        .once(
            "follower " + felt + " " + caused,
            () ->
                Optional.ofNullable(
                    causeQueries.follower(
                        casePage.caller().cases(), casePage.getNumber(), felt, caused)))
        .orElse(null);
  }

  /** Whether the reader still sees the case once it has followed its cause. */
  public boolean isSeen() {
    Taker taker = getFollower();
    return taker == null
        || casePage
            .caller()
            .cases()
            .covers(
                taker.id().value(),
                department(getForm().getSymptom()),
                department(getForm().getCause()));
  }

  /** The department of a touchpoint, by its key; null for none. */
  @Nullable UUID department(String touchpoint) {
    return getTouchpoints().stream()
        .filter(one -> one.key().equals(touchpoint))
        .map(TouchpointRow::departmentId)
        .findFirst()
        .orElse(null);
  }

  /** Name of the department that the case would follow to. */
  public String getFollowed() {
    return getTouchpoints().stream()
        .filter(touchpoint -> touchpoint.key().equals(getForm().getCause()))
        .map(TouchpointRow::departmentName)
        .findFirst()
        .orElse("");
  }

  /** All touchpoints, in the order of the journey. */
  public List<TouchpointRow> getTouchpoints() {
    return casePage.once("touchpoints", journey::touchpoints);
  }

  /** What is typed; at first what is known. */
  public AnalysisForm getForm() {
    AnalysisForm typed = form;
    if (typed == null) {
      CaseRow row = casePage.getRow();
      String caused = row.causeTouchpoint();
      String causeKey =
          getTouchpoints().stream()
              .filter(touchpoint -> touchpoint.name().equals(caused))
              .map(TouchpointRow::key)
              .findFirst()
              .orElse(row.symptomKey());
      typed =
          new AnalysisForm(row.symptomKey(), causeKey, row.causeId(), casePage.getDetails().whys());
      form = typed;
    }
    return typed;
  }
}
