package cx.slinga.reminders;

import cx.slinga.security.Roles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Reads when people are told of deadlines. */
@Stateless
@DenyAll
public class ReminderQueries {
  @Inject private DeadlineRows rows;

  /** As it is set now. */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public ReminderTimes times() {
    return rows.times();
  }
}
