package cx.slinga.api.shared;

import cx.slinga.directory.DirectoryService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;

/** Has somebody who comes for the first time looked up in the directory before the verb asks. */
@Provider
@ApplicationScoped
public class Newcomers implements ContainerRequestFilter {
  @Inject private DirectoryService directory;

  @Override
  public void filter(ContainerRequestContext request) {
    Principal principal = request.getSecurityContext().getUserPrincipal();
    if (principal != null) {
      directory.ensure(principal.getName());
    }
  }
}
