package cx.slinga.it.actor;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import org.jboss.ejb3.annotation.RunAsPrincipal;

/** Case owner in Security. */
@Stateless
@RunAs("case_owner")
@RunAsPrincipal("kjell")
public class Kjell extends Actor {}
