package cx.slinga.web.rules;

import cx.slinga.opening.TryOut;
import cx.slinga.opening.TryOutQueries;
import cx.slinga.organisation.DepartmentRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.rules.RoutingRuleDraft;
import cx.slinga.rules.RoutingRuleRow;
import cx.slinga.rules.RoutingRulesView;
import cx.slinga.rules.RuleQueries;
import cx.slinga.rules.RuleService;
import cx.slinga.rules.Sharing;
import cx.slinga.rules.Subject;
import cx.slinga.security.CurrentUser;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Edits the routing rules, and tries them out. */
@Named
@ViewScoped
public class RulesRoutingView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private RuleQueries queries;
  @Inject private RuleService service;
  @Inject private TryOutQueries tryOut;
  @Inject private OrganisationQueries organisation;
  @Inject private CurrentUser currentUser;
  @Inject private RuleWords ruleWords;

  private RuleEditor editor = new RuleEditor(0);
  private RuleList routing = new RuleList("rules", Subject.OF_ROUTING);
  private List<Choice> gone = new ArrayList<>();
  private List<Choice> closed = new ArrayList<>();
  private transient @Nullable RoutingRulesView read;
  private transient @Nullable TryOut tried;
  private transient @Nullable List<Choice> departments;
  private transient @Nullable List<Choice> takers;

  /** Reads the rules that hold. */
  public void load() {
    RoutingRulesView rules = getRules();
    editor = new RuleEditor(rules.version());
    routing = new RuleList("rules", Subject.OF_ROUTING);
    gone = new ArrayList<>();
    closed = new ArrayList<>();
    for (RoutingRuleRow rule : rules.rules()) {
      routing.add(
          new RuleForm(rule.name(), rule.when())
              .to(rule.department(), rule.person(), rule.sharing()));
      String person = rule.person();
      if (person != null && !rule.personActive()) {
        gone.add(new Choice(person, Objects.requireNonNullElse(rule.personName(), person)));
      }
      if (!rule.departmentOpen()) {
        closed.add(new Choice(rule.department(), rule.departmentName()));
      }
    }
  }

  /** Makes room for one more rule. */
  public void add() {
    routing.add(RuleForm.asking(Subject.TOUCHPOINT).to(null, null, Sharing.LEAST_LOADED));
  }

  /** Says what the rules on the screen would change. */
  public void tryOut() {
    if (isFine()) {
      tried = tryOut.routing(currentUser.get().cases(), drafts());
    }
  }

  /** Lets the rules on the screen hold, unless somebody else saved meanwhile. */
  public void save() {
    if (!isFine()) {
      return;
    }
    RoutingRulesView now = queries.routing();
    if (editor.isOvertaken(now.version(), now.savedBy(), now.savedAt())) {
      return;
    }
    editor.saved(service.saveRouting(drafts(), editor.seenVersion()));
    read = null;
    RuleEditor.say(
        FacesMessage.SEVERITY_INFO,
        ruleWords.say("saved", ruleWords.text("routing"), getVersion()));
  }

  private boolean isFine() {
    tried = null;
    return RuleEditor.isFine(ruleWords, queries.routingProblems(drafts()), routing);
  }

  private List<RoutingRuleDraft> drafts() {
    return routing.getRules().stream()
        .map(
            rule ->
                new RoutingRuleDraft(
                    rule.getName(),
                    rule.conditions(),
                    rule.getDepartment(),
                    rule.person(),
                    rule.sharing()))
        .toList();
  }

  /** The rules that hold. */
  public RoutingRulesView getRules() {
    RoutingRulesView rules = read;
    if (rules == null) {
      rules = queries.routing();
      read = rules;
    }
    return rules;
  }

  /** Open departments, and closed ones that a rule still names. */
  public List<Choice> getDepartments() {
    List<Choice> choices = departments;
    if (choices == null) {
      choices = new ArrayList<>();
      for (DepartmentRow row : organisation.departments()) {
        choices.add(new Choice(row.key(), row.name()));
      }
      choices.addAll(closed);
      departments = choices;
    }
    return choices;
  }

  /** The two ways to share, people who may own cases, and those who may not any more. */
  public List<Choice> getTakers() {
    List<Choice> choices = takers;
    if (choices == null) {
      choices = new ArrayList<>();
      for (Sharing sharing : Sharing.values()) {
        choices.add(new Choice("*" + sharing, ruleWords.taker(sharing)));
      }
      for (Map.Entry<String, String> owner : queries.owners().entrySet()) {
        choices.add(new Choice(owner.getKey(), owner.getValue()));
      }
      choices.addAll(gone);
      takers = choices;
    }
    return choices;
  }

  public long getVersion() {
    return editor.seenVersion();
  }

  public RuleList getRouting() {
    return routing;
  }

  /** What was tried last; null before, and when rules were wrong. */
  public @Nullable TryOut getTried() {
    return tried;
  }

  /** Who saved while this screen was open; null when nobody did. */
  public @Nullable String getOtherName() {
    return editor.otherName();
  }

  public @Nullable Instant getOtherAt() {
    return editor.otherAt();
  }
}
