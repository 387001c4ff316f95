package cx.slinga.rules;

import cx.slinga.rules.RuleDrafts.Asked;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.DomainEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes rules. What holds for cases that are open already stays as it was. */
@Stateless
@DenyAll
public class RuleService {
  @Inject private RuleBook book;
  @Inject private RuleDrafts drafts;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Lets other rules hold for a survey from now on.
   *
   * @param seenVersion the version that the caller looked at, null when it does not matter
   * @return the new version
   * @throws cx.slinga.shared.BusinessException naming the first point that is wrong
   * @throws ChangedMeanwhileException when somebody saved after the caller had looked
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public int saveSurvey(SurveyRulesDraft draft, @Nullable Long seenVersion) {
    Asked survey = drafts.survey(draft.survey());
    int before = book.of(survey.id()).version();
    SurveyRules rules = drafts.rules(draft, before + 1);
    save(survey.id(), survey.name(), before, seenVersion, RulesJson.write(rules));
    events.fire(
        new RulesChanged(
            survey.key(), before, before + 1, rules.negativity().size() + rules.severity().size()));
    return before + 1;
  }

  /**
   * Lets other routing rules hold from now on.
   *
   * @param seenVersion the version that the caller looked at, null when it does not matter
   * @return the new version
   * @throws cx.slinga.shared.BusinessException naming the first point that is wrong
   * @throws ChangedMeanwhileException when somebody saved after the caller had looked
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public int saveRouting(List<RoutingRuleDraft> draft, @Nullable Long seenVersion) {
    int before = book.routing().version();
    RoutingRules rules = drafts.rules(draft, before + 1);
    save(null, "Routing", before, seenVersion, RulesJson.write(rules));
    events.fire(new RulesChanged(null, before, before + 1, rules.rules().size()));
    return before + 1;
  }

  private void save(
      @Nullable UUID survey, String what, int before, @Nullable Long seenVersion, String json) {
    boolean seen = seenVersion == null || seenVersion == before;
    if (!seen || !book.save(survey, before + 1, json, currentUser.username(), clock.instant())) {
      throw new ChangedMeanwhileException(what);
    }
  }
}
