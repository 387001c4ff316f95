package cx.slinga.web.journey;

import cx.slinga.journey.JourneyQueries;
import cx.slinga.journey.JourneyService;
import cx.slinga.journey.ResponsibilityRow;
import cx.slinga.journey.StageRow;
import cx.slinga.organisation.DepartmentNode;
import cx.slinga.organisation.DepartmentQueries;
import cx.slinga.organisation.PeopleQueries;
import cx.slinga.organisation.PersonCard;
import cx.slinga.security.CurrentUser;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stages of the journeys with their touchpoints. Beside them one form: the stage or touchpoint
 * that the URL names, a new stage, or a new touchpoint.
 */
@Named
@ViewScoped
public class JourneyListView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/journey/list.xhtml?faces-redirect=true";
  private static final int CHOICE = 1_000;

  @Inject private transient CurrentUser currentUser;
  @Inject private transient JourneyQueries queries;
  @Inject private transient JourneyService service;
  @Inject private transient DepartmentQueries departmentQueries;
  @Inject private transient PeopleQueries people;

  private @Nullable String stage;
  private @Nullable String touchpoint;
  private @Nullable String add;
  private @Nullable String in;
  private final JourneyForm form = new JourneyForm();
  private transient @Nullable List<StageRow> stages;
  private transient @Nullable List<ResponsibilityRow> touchpoints;
  private transient @Nullable List<DepartmentNode> departments;
  private transient @Nullable List<PersonCard> owners;

  /** Fills the form with what the URL names; something unknown leaves it new. */
  public void load() {
    stages = null;
    touchpoints = null;
    List<StageRow> all = getStages();
    StageRow named = all.stream().filter(s -> s.key().equals(stage)).findFirst().orElse(null);
    ResponsibilityRow one =
        getTouchpoints().stream().filter(t -> t.key().equals(touchpoint)).findFirst().orElse(null);
    stage = named == null ? null : named.key();
    touchpoint = one == null ? null : one.key();
    if (one != null) {
      form.of(one);
    } else if (named != null) {
      int at = siblings(named.journeyKey()).indexOf(named);
      form.of(named, at == 0 ? null : siblings(named.journeyKey()).get(at - 1));
    } else if (!all.isEmpty()) {
      StageRow last = all.get(all.size() - 1);
      form.setJourney(last.journeyKey());
      form.setAfter(last.key());
      form.setStage(
          all.stream().map(StageRow::key).filter(k -> k.equals(in)).findFirst().orElse(last.key()));
    }
  }

  /** Adds or changes the stage. */
  public String saveStage() {
    if (stage == null) {
      service.addStage(form.getJourney(), form.stageCommand());
    } else {
      service.changeStage(stage, form.getVersion(), form.stageCommand());
    }
    return LIST;
  }

  /** Adds or changes the touchpoint. */
  public String saveTouchpoint() {
    if (touchpoint == null) {
      service.addTouchpoint(form.getKey(), form.touchpointCommand());
    } else {
      service.changeTouchpoint(touchpoint, form.getVersion(), form.touchpointCommand());
    }
    return LIST;
  }

  /** All stages in the order of the journeys. */
  public List<StageRow> getStages() {
    List<StageRow> read = stages;
    if (read == null) {
      read = queries.stages();
      stages = read;
    }
    return read;
  }

  /** Whether there is more than one journey to tell apart. */
  public boolean isSeveral() {
    return getStages().stream().map(StageRow::journeyKey).distinct().count() > 1;
  }

  /** The stages that the typed one can come after. */
  public List<StageRow> getPlaces() {
    return siblings(form.getJourney()).stream().filter(s -> !s.key().equals(stage)).toList();
  }

  private List<StageRow> siblings(String journey) {
    return getStages().stream().filter(s -> s.journeyKey().equals(journey)).toList();
  }

  /** The touchpoints of a stage. */
  public List<ResponsibilityRow> touchpoints(StageRow of) {
    return getTouchpoints().stream()
        .filter(t -> t.stageKey().equals(of.key()) && t.journeyKey().equals(of.journeyKey()))
        .toList();
  }

  private List<ResponsibilityRow> getTouchpoints() {
    List<ResponsibilityRow> read = touchpoints;
    if (read == null) {
      read = queries.responsibilities();
      touchpoints = read;
    }
    return read;
  }

  /** Those that can answer for a touchpoint: open ones. */
  public List<DepartmentNode> getDepartments() {
    List<DepartmentNode> read = departments;
    if (read == null) {
      read =
          departmentQueries.tree(currentUser.get().counts()).stream()
              .filter(DepartmentNode::open)
              .toList();
      departments = read;
    }
    return read;
  }

  /** Those who can answer for a touchpoint. */
  public List<PersonCard> getOwners() {
    List<PersonCard> read = owners;
    if (read == null) {
      read =
          people.list(currentUser.get().counts(), null, null, false, null, CHOICE).items().stream()
              .filter(p -> p.active() && !p.departments().isEmpty())
              .toList();
      owners = read;
    }
    return read;
  }

  /** Whether the form is for a stage. */
  public boolean isForStage() {
    return stage != null || (touchpoint == null && "stage".equals(add));
  }

  public @Nullable String getStage() {
    return stage;
  }

  public void setStage(@Nullable String stage) {
    this.stage = stage;
  }

  public @Nullable String getTouchpoint() {
    return touchpoint;
  }

  public void setTouchpoint(@Nullable String touchpoint) {
    this.touchpoint = touchpoint;
  }

  /** {@code stage} for a new one; otherwise a new touchpoint. */
  public @Nullable String getAdd() {
    return add;
  }

  public void setAdd(@Nullable String add) {
    this.add = add;
  }

  /** The stage of a new touchpoint. */
  public @Nullable String getIn() {
    return in;
  }

  public void setIn(@Nullable String in) {
    this.in = in;
  }

  public JourneyForm getForm() {
    return form;
  }
}
