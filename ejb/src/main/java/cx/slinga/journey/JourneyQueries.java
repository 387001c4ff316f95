package cx.slinga.journey;

import cx.slinga.security.Roles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The map that everything hangs on; open to everybody who works here. */
@Stateless
@DenyAll
public class JourneyQueries {
  @Inject private Touchpoints touchpoints;

  /** All touchpoints in the order of the journey. */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public List<TouchpointRow> touchpoints() {
    return touchpoints.all();
  }

  /** Who answers for each touchpoint, in the order of the journey. */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public List<ResponsibilityRow> responsibilities() {
    return touchpoints.responsibilities();
  }

  /** All stages, in the order of the journeys. */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public List<StageRow> stages() {
    return touchpoints.stages();
  }
}
