package cx.slinga.it.actor;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import org.jboss.ejb3.annotation.RunAsPrincipal;

/** CX owner. */
@Stateless
@RunAs("cx_owner")
@RunAsPrincipal("cecilia")
public class Cecilia extends Actor {}
