package cx.slinga.web.cases;

import cx.slinga.cases.CaseCustomer;
import cx.slinga.cases.CaseCustomerQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who complained, and what else they said. */
@Named
@ViewScoped
public class CustomerPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CasePage casePage;
  @Inject private CaseCustomerQueries queries;

  /** The customer; null when it is not known who that is. */
  public @Nullable CaseCustomer getCustomer() {
    Optional<CaseCustomer> customer =
        casePage.once(
            "customer", () -> queries.of(casePage.caller().cases(), casePage.getNumber()));
    return customer.orElse(null);
  }
}
