package cx.slinga.it.actor;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import org.jboss.ejb3.annotation.RunAsPrincipal;

/** Head of Wayfinding and Ground transport. */
@Stateless
@RunAs("department_head")
@RunAsPrincipal("dag")
public class Dag extends Actor {}
