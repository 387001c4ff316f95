package cx.slinga.it.actor;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import org.jboss.ejb3.annotation.RunAsPrincipal;

/** Administrator. */
@Stateless
@RunAs("administrator")
@RunAsPrincipal("admin")
public class Admin extends Actor {}
