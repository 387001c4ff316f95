package cx.slinga.web.cases;

import cx.slinga.cases.CaseCustomer;
import cx.slinga.cases.CaseCustomerQueries;
import cx.slinga.cases.CaseCustomerService;
import cx.slinga.organisation.ChurnState;
import cx.slinga.organisation.CustomerValue;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who complained, and what else they said. */
@Named
@ViewScoped
public class CustomerPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CasePage casePage;
  @Inject private CaseCustomerQueries queries;
  @Inject private CaseCustomerService service;
  @Inject private CaseWords caseWords;

  private @Nullable CustomerForm form;

  /** Keeps what was typed. */
  public void save() {
    CustomerForm typed = getForm();
    if (typed != null
        && casePage.done(
            caseWords.say("customer.saved", casePage.getNumber()), () -> keep(typed), "customer")) {
      form = null;
    }
  }

  private void keep(CustomerForm typed) {
    try {
      service.change(typed.command(casePage.getNumber()));
    } catch (ChangedMeanwhileException meanwhile) {
      CaseCustomer now = queries.of(casePage.caller().cases(), casePage.getNumber()).orElseThrow();
      typed.saw(now.version());
      String by = now.changedBy();
      throw by == null
          ? new BusinessException("customer.changed-meanwhile")
          : new BusinessException("customer.changed-by", by);
    }
  }

  /** What is typed; it begins with what is known. Null without a customer. */
  public @Nullable CustomerForm getForm() {
    CustomerForm typed = form;
    CaseCustomer known = getCustomer();
    if (typed == null && known != null) {
      typed = new CustomerForm(known);
      form = typed;
    }
    return typed;
  }

  /** How much a customer can be worth. */
  public List<CustomerValue> getValues() {
    return List.of(CustomerValue.values());
  }

  /** Whether they stay. */
  public List<ChurnState> getChurnStates() {
    return List.of(ChurnState.values());
  }

  /** The customer; null when it is not known who that is. */
  public @Nullable CaseCustomer getCustomer() {
    Optional<CaseCustomer> customer =
        casePage.once(
            "customer", () -> queries.of(casePage.caller().cases(), casePage.getNumber()));
    return customer.orElse(null);
  }
}
