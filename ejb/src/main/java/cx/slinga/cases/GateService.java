package cx.slinga.cases;

import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.DomainEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** The rules of the gate: who may close, and when a customer is asked again. */
@Stateless
@DenyAll
public class GateService {
  private static final int LONGEST_COOL_DOWN = 3_650;
  private static final int LONGEST_VALID = 365;

  @Inject private GateTables tables;
  @Inject private CurrentUser currentUser;
  @Inject private Event<DomainEvent> events;

  /** What holds now. */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public GateRules rules() {
    return tables.rules();
  }

  /** Whether the caller may close this case, seen from who resolved it. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public boolean mayClose(String number) {
    Caller caller = currentUser.get();
    return caller.is(Roles.CX_OWNER)
        && !(tables.rules().fourEyes() && tables.isResolvedBy(number, caller.id()));
  }

  /** Changes what holds; {@code rules.version()} is the one that the caller looked at. */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public void change(GateRules rules) {
    if (rules.coolDownDays() < 0 || rules.coolDownDays() > LONGEST_COOL_DOWN) {
      throw BusinessException.ofField("coolDownDays", "gate.days", 0, LONGEST_COOL_DOWN);
    }
    if (rules.validDays() < 1 || rules.validDays() > LONGEST_VALID) {
      throw BusinessException.ofField("validDays", "gate.days", 1, LONGEST_VALID);
    }
    GateRules before = tables.rules();
    tables.keep(rules);
    events.fire(new GateChanged(before, rules));
  }
}
