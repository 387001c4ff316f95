package cx.slinga.web.shared;

import cx.slinga.security.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.http.oidc.IDToken;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/** Who looks at the screen, as the identity provider says; for showing only, never for rights. */
@Named
@RequestScoped
public class Me {
  private static final List<String> ROLES =
      List.of(
          Roles.CX_OWNER,
          Roles.DEPARTMENT_HEAD,
          Roles.CASE_OWNER,
          Roles.AUDITOR,
          Roles.ADMINISTRATOR);

  @Inject private HttpServletRequest request;

  /** Whether anybody is logged in; error pages are also seen by strangers. */
  public boolean isKnown() {
    return request.getUserPrincipal() != null;
  }

  /** Name in full, else the account's name. Empty for a stranger. */
  public String getName() {
    Principal principal = request.getUserPrincipal();
    if (principal == null) {
      return "";
    }
    String name = nameInToken();
    return name == null || name.isBlank() ? principal.getName() : name;
  }

  /** Roles in the order of their reach; words for them are {@code role.<name>}. */
  public List<String> getRoles() {
    return ROLES.stream().filter(request::isUserInRole).toList();
  }

  /** Whether this person has the role; hides what is of no use, protects nothing. */
  public boolean is(String role) {
    return request.isUserInRole(role);
  }

  /** Whether this person only reads: an auditor without any other role. */
  public boolean isReadOnly() {
    return getRoles().equals(List.of(Roles.AUDITOR));
  }

  private @Nullable String nameInToken() {
    if (request.getAttribute(OidcSecurityContext.class.getName())
        instanceof OidcSecurityContext oidc) {
      IDToken token = oidc.getIDToken();
      return token == null ? null : token.getName();
    }
    return null;
  }
}
