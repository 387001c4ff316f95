package cx.slinga.it.actor;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import org.jboss.ejb3.annotation.RunAsPrincipal;

/** Auditor. */
@Stateless
@RunAs("auditor")
@RunAsPrincipal("alva")
public class Alva extends Actor {}
