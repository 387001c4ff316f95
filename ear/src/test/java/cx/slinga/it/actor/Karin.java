package cx.slinga.it.actor;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import org.jboss.ejb3.annotation.RunAsPrincipal;

/** Case owner in Wayfinding. */
@Stateless
@RunAs("case_owner")
@RunAsPrincipal("karin")
public class Karin extends Actor {}
