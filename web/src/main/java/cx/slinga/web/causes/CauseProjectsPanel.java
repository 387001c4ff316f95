package cx.slinga.web.causes;

import cx.slinga.improvement.ProjectFilter;
import cx.slinga.improvement.ProjectQueries;
import cx.slinga.improvement.ProjectRow;
import cx.slinga.improvement.ProjectSort;
import cx.slinga.rootcause.CauseState;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Which projects remove the cause for all customers. */
@Named
@ViewScoped
public class CauseProjectsPanel implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 20;

  @Inject private CausePage causePage;
  @Inject private ProjectQueries queries;

  /** Those worth most first. */
  public List<ProjectRow> getProjects() {
    Map<String, String> asked = Map.of("cause", causePage.key().toString());
    return causePage.once(
        "projects",
        () ->
            queries
                .list(ProjectFilter.parse(asked::get), ProjectSort.PRIORITY, null, MOST)
                .items());
  }

  /** Propose one: it hides, the service protects. */
  public boolean isPropose() {
    return causePage.getRow().state() != CauseState.REJECTED
        && causePage.once("mayPropose", () -> !queries.mayProposeFor().isEmpty());
  }
}
