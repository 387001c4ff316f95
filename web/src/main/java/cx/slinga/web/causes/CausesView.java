package cx.slinga.web.causes;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseSort;
import cx.slinga.journey.JourneyQueries;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.organisation.PersonRow;
import cx.slinga.rootcause.AlikeCase;
import cx.slinga.rootcause.AnalysisService;
import cx.slinga.rootcause.CauseAnalysisService;
import cx.slinga.rootcause.CauseDetails;
import cx.slinga.rootcause.CauseFigures;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.CauseRow;
import cx.slinga.rootcause.CauseService;
import cx.slinga.rootcause.CauseState;
import cx.slinga.rootcause.EvidenceRow;
import cx.slinga.rootcause.TreeNode;
import cx.slinga.rootcause.Why;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.Page;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/**
 * One cause. Each part is a form of its own and saves alone with the version that was on the
 * screen; when somebody else was faster, it is shown what changed and what was typed stays. An
 * address of a merged cause leads to the one that took it in.
 */
@Named
@ViewScoped
public class CausesView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LINKED = 12;
  private static final int ALIKE = 5;
  private static final int SPLITTABLE = 100;

  private static final List<String> SHOWN = List.of("heading", "stats", "history");
  private static final List<CauseState> PATH =
      List.of(
          CauseState.SUSPECTED, CauseState.CONFIRMED, CauseState.ADDRESSED, CauseState.VERIFIED);

  /** A state on the way: {@code css} is done, now or empty. */
  public record Step(CauseState state, String css) {}

  @Inject private CauseQueries queries;
  @Inject private CauseService service;
  @Inject private CauseAnalysisService analysisService;
  @Inject private AnalysisService linkService;
  @Inject private CaseQueries cases;
  @Inject private JourneyQueries journey;
  @Inject private OrganisationQueries organisation;
  @Inject private CurrentUser currentUser;
  @Inject private CauseWords causeWords;

  private @Nullable String id;
  private UUID key = new UUID(0, 0);
  private long seenVersion;
  private Instant seenAt = Instant.EPOCH;
  private WhysForm whys = new WhysForm(List.of());
  private TreeForm tree = new TreeForm();
  private EvidenceForm evidence = new EvidenceForm();
  private SplitForm split = new SplitForm();
  private String reason = "";
  private String owner = "";
  private String mergeFrom = "";
  private @Nullable String escapePoint;

  private transient @Nullable Map<String, Object> read;

  /** Reads the cause that the address names. */
  public void load() {
    try {
      key = queries.resolve(UUID.fromString(id == null ? "" : id));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(id == null ? "" : id);
    }
    CauseDetails now = look();
    whys = new WhysForm(now.whys());
    owner = now.row().ownerUsername();
    escapePoint = now.escapePoint();
  }

  private CauseDetails look() {
    read = null;
    CauseDetails now = getDetails();
    seenVersion = now.row().version();
    seenAt = now.history().isEmpty() ? now.createdAt() : now.history().get(0).at();
    return now;
  }

  private <T> T once(String name, Supplier<T> question) {
    Map<String, Object> known = read;
    if (known == null) {
      known = new HashMap<>();
      read = known;
    }
    @SuppressWarnings("unchecked") // each name is used with one type
    T answer = (T) known.get(name);
    if (answer == null) {
      answer = question.get();
      known.put(name, answer);
    }
    return answer;
  }

  // what is done

  /** It is this. */
  public void confirm() {
    done("confirmed", () -> service.confirm(key, seenVersion));
  }

  /** It is not this. */
  public void reject() {
    if (done("rejected", () -> service.reject(key, seenVersion, reason))) {
      reason = "";
    }
  }

  /** Something was done about it. */
  public void address() {
    done("addressed", () -> service.address(key, seenVersion));
  }

  /** Gives it to whoever is to work on it. */
  public void assign() {
    done("assigned", () -> service.assign(key, seenVersion, owner));
  }

  /** Keeps the chain of whys, and makes room for the next. */
  public void saveWhys() {
    if (done(
        "whys",
        () -> analysisService.saveWhys(key, seenVersion, whys.chain()),
        "whysPart",
        "evidencePart")) {
      whys = new WhysForm(getDetails().whys());
      PrimeFaces.current().focus("whysForm:why" + whys.getSize());
    }
  }

  /** Hangs a new part on the tree. */
  public void addNode() {
    UUID parent = tree.getUnder().isEmpty() ? null : UUID.fromString(tree.getUnder());
    if (done(
        "tree",
        () -> analysisService.addNode(key, seenVersion, parent, tree.getAdded()),
        "treePart")) {
      tree.begin();
    }
  }

  /** Takes a part of the tree up to change it. */
  public void editNode(TreeNode node) {
    tree.edit(node);
  }

  /** Leaves it as it is. */
  public void leaveNode() {
    tree.leave();
  }

  /** Says the part in other words, and hangs it elsewhere. */
  public void changeNode() {
    UUID node = chosen();
    UUID parent = tree.getParent().isEmpty() ? null : UUID.fromString(tree.getParent());
    UUID before = find(node).parentId();
    boolean usual = tree.isUsual();
    if (done(
        "tree",
        () -> {
          analysisService.changeNode(key, seenVersion, node, tree.getTitle(), tree.isOnWay());
          if (!usual && !java.util.Objects.equals(before, parent)) {
            analysisService.moveNode(key, null, node, parent);
          }
        },
        "treePart")) {
      tree.leave();
    }
  }

  /** One place up, or down. */
  public void shiftNode(boolean up) {
    UUID node = chosen();
    done("tree", () -> analysisService.shiftNode(key, seenVersion, node, up), "treePart");
  }

  /** Takes the part away with all that hangs on it. */
  public void removeNode() {
    UUID node = chosen();
    if (done("tree", () -> analysisService.removeNode(key, seenVersion, node), "treePart")) {
      tree.leave();
    }
  }

  private UUID chosen() {
    UUID node = tree.getNode();
    if (node == null) {
      throw BusinessException.ofField("title", "node.title-missing");
    }
    return node;
  }

  private TreeNode find(UUID node) {
    return getTree().stream()
        .filter(one -> one.id().equals(node))
        .findFirst()
        .orElseThrow(() -> new NotFoundException(node));
  }

  /** Adds evidence. */
  public void addEvidence() throws IOException {
    var command = evidence.command(key, seenVersion);
    if (done("evidence", () -> analysisService.addEvidence(command), "evidencePart", "whysPart")) {
      evidence = new EvidenceForm();
    }
  }

  /** Takes evidence away. */
  public void removeEvidence(EvidenceRow row) {
    done(
        "evidence.removed",
        () -> analysisService.removeEvidence(key, seenVersion, row.id()),
        "evidencePart",
        "whysPart");
  }

  /** Says why it was not noticed before. */
  public void saveEscape() {
    done("escape", () -> service.noteEscape(key, seenVersion, escapePoint), "escapePart");
  }

  /** Links a case that sounds alike. */
  public void link(AlikeCase one) {
    done(
        "linked",
        () -> linkService.link(one.row().number(), one.row().version(), key, true),
        "alikePart",
        "linkedPart");
  }

  /** Takes another cause into this one. */
  public void merge() {
    if (mergeFrom.isEmpty()) {
      throw BusinessException.ofField("from", "cause.unknown");
    }
    UUID from = UUID.fromString(mergeFrom);
    if (done(
        "merged",
        () -> service.merge(key, seenVersion, from),
        "whysPart",
        "treePart",
        "evidencePart",
        "linkedPart")) {
      mergeFrom = "";
      whys = new WhysForm(getDetails().whys());
    }
  }

  /** Makes a part of it a cause of its own, and goes there. */
  public @Nullable String split() {
    UUID[] made = new UUID[1];
    boolean done = done("split", () -> made[0] = service.split(split.command(key, seenVersion)));
    return done ? "/causes/view.xhtml?faces-redirect=true&id=" + made[0] : null;
  }

  private boolean done(String said, Runnable verb, String... parts) {
    try {
      verb.run();
    } catch (ChangedMeanwhileException meanwhile) {
      showWhatChanged();
      return false;
    }
    look();
    say(FacesMessage.SEVERITY_INFO, causeWords.say("said." + said, getRow().title()));
    update(SHOWN);
    update(List.of(parts));
    return true;
  }

  private void showWhatChanged() {
    Instant before = seenAt;
    CauseDetails now = look();
    List<String> changes =
        now.history().stream()
            .filter(one -> one.at().isAfter(before))
            .map(one -> one.actorName() + " " + causeWords.happened(one.verb()))
            .distinct()
            .toList();
    say(
        FacesMessage.SEVERITY_WARN,
        changes.isEmpty()
            ? causeWords.say("changed.somehow", now.row().title())
            : causeWords.say("changed.by", now.row().title(), String.join("; ", changes)));
    FacesContext.getCurrentInstance().validationFailed();
    update(SHOWN);
  }

  private static void update(Collection<String> parts) {
    // a form with a file is sent as a whole, and the whole page answers
    if (PrimeFaces.current().isAjaxRequest()) {
      PrimeFaces.current().ajax().update(parts);
    }
  }

  private static void say(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, text));
  }

  // what is shown

  /** The cause with everything behind it. */
  public CauseDetails getDetails() {
    return once("details", () -> queries.details(caller().cases(), key));
  }

  public CauseRow getRow() {
    return getDetails().row();
  }

  public List<TreeNode> getTree() {
    return getDetails().tree();
  }

  public CauseFigures getFigures() {
    return once("figures", () -> queries.figures(key));
  }

  private Caller caller() {
    return once("caller", currentUser::get);
  }

  /** The states on the way; a rejected cause has left it. */
  public List<Step> getPath() {
    CauseState now = getRow().state();
    if (now == CauseState.REJECTED) {
      return List.of(new Step(CauseState.SUSPECTED, "done"), new Step(now, "now"));
    }
    List<Step> steps = new ArrayList<>();
    int at = PATH.indexOf(now);
    for (int i = 0; i < PATH.size(); i++) {
      steps.add(new Step(PATH.get(i), i < at ? "done" : i == at ? "now" : ""));
    }
    return steps;
  }

  /** The tree as a drawing. */
  public Fishbone getFishbone() {
    return once("fishbone", () -> Fishbone.of(getTree(), causeWords::node, getRow().title()));
  }

  /** The shares week by week as a drawing. */
  public WeekChart getWeeks() {
    return once("weeks", () -> WeekChart.of(getFigures().weeks()));
  }

  /** Evidence of a why. */
  public List<EvidenceRow> evidenceOf(UUID why) {
    return getDetails().evidence().stream().filter(one -> why.equals(one.whyId())).toList();
  }

  /** What a piece of evidence shows, in words; empty for the cause as such. */
  public String shows(EvidenceRow row) {
    if (row.whyId() != null) {
      List<Why> chain = getDetails().whys();
      for (int i = 0; i < chain.size(); i++) {
        if (row.whyId().equals(chain.get(i).id())) {
          return causeWords.say("why.n", i + 1);
        }
      }
    }
    return getTree().stream()
        .filter(node -> node.id().equals(row.nodeId()))
        .map(causeWords::node)
        .findFirst()
        .orElse("");
  }

  /** Cases of the cause within sight, the newest first. */
  public List<CaseRow> getLinked() {
    return once("linked", () -> linked(LINKED)).items();
  }

  /** How many of its cases are within sight. */
  public long getLinkedTotal() {
    return once("linkedTotal", () -> cases.count(caller().cases(), ofThis()));
  }

  /** Cases that may go to a new cause. */
  public List<CaseRow> getSplittable() {
    return once("splittable", () -> linked(SPLITTABLE)).items();
  }

  private Page<CaseRow> linked(int size) {
    return cases.list(caller().cases(), ofThis(), CaseSort.OPENED_NEWEST, null, size);
  }

  private CaseFilter ofThis() {
    return CaseFilter.parse(name -> name.equals("cause") ? key.toString() : null);
  }

  /** The most alike of those that are not linked. */
  public List<AlikeCase> getAlike() {
    return alike().stream().limit(ALIKE).toList();
  }

  public int getAlikeTotal() {
    return alike().size();
  }

  private List<AlikeCase> alike() {
    return once("alike", () -> queries.alike(caller().cases(), key));
  }

  /** Whether this person may link the case; it hides, the service protects. */
  public boolean mayLink(AlikeCase one) {
    Caller caller = caller();
    return isLinkable()
        && (caller.is(Roles.CX_OWNER)
            || caller.is(Roles.DEPARTMENT_HEAD)
            || one.row().ownerUsername().equals(caller.username()));
  }

  private boolean isLinkable() {
    return getRow().state() != CauseState.REJECTED;
  }

  /** Other causes, for merging. */
  public List<CauseRow> getOthers() {
    return once(
        "others",
        () ->
            queries.suggestions(getRow().touchpointKey()).stream()
                .filter(other -> !other.id().equals(key) && queries.mayChange(other.id()))
                .toList());
  }

  public List<TouchpointRow> getTouchpoints() {
    return once("touchpoints", journey::touchpoints);
  }

  public List<PersonRow> getPeople() {
    return once("people", organisation::owners);
  }

  // what this person may do: it hides, the services protect

  public boolean isEdit() {
    return once("edit", () -> queries.mayChange(key));
  }

  public boolean isConfirm() {
    return isEdit() && getRow().state() == CauseState.SUSPECTED;
  }

  public boolean isReject() {
    return isEdit()
        && (getRow().state() == CauseState.SUSPECTED || getRow().state() == CauseState.CONFIRMED);
  }

  public boolean isAddress() {
    return isEdit() && getRow().state() == CauseState.CONFIRMED;
  }

  // forms

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }

  public WhysForm getWhys() {
    return whys;
  }

  public TreeForm getTreeForm() {
    return tree;
  }

  public EvidenceForm getEvidence() {
    return evidence;
  }

  public SplitForm getSplitForm() {
    return split;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(@Nullable String owner) {
    this.owner = owner == null ? "" : owner;
  }

  public String getMergeFrom() {
    return mergeFrom;
  }

  public void setMergeFrom(@Nullable String mergeFrom) {
    this.mergeFrom = mergeFrom == null ? "" : mergeFrom;
  }

  public @Nullable String getEscapePoint() {
    return escapePoint;
  }

  public void setEscapePoint(@Nullable String escapePoint) {
    this.escapePoint = escapePoint;
  }
}
