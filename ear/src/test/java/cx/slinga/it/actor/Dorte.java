package cx.slinga.it.actor;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import org.jboss.ejb3.annotation.RunAsPrincipal;

/** Head of Food & retail and Terminal services. */
@Stateless
@RunAs("department_head")
@RunAsPrincipal("dorte")
public class Dorte extends Actor {}
