package cx.slinga.api.cases;

import cx.slinga.api.shared.Verb;
import cx.slinga.cases.CaseCustomerService;
import cx.slinga.cases.ChangeCustomer;
import cx.slinga.organisation.ChurnState;
import cx.slinga.organisation.CustomerValue;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who complained. */
@Path("/cases/{number}/customer")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class CaseCustomerResource {
  @Inject private CaseCustomerService service;

  /** All that is to be known; what is missing is forgotten. */
  @Schema(name = "CustomerDetails")
  public record CustomerDetails(
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String segment,
      @Schema(examples = "sv") @Nullable String language,
      @Nullable CustomerValue value,
      @Schema(description = "Whether they may be asked again") @NotNull Boolean consent,
      @Nullable ChurnState churnState,
      @Schema(description = "Of the customer as it was read; without it nothing is checked")
          @Nullable Long version) {}

  @PUT
  @Verb(value = "customer.changed", object = "case", id = "number")
  @Operation(summary = "Keep what was learned of the customer")
  public void change(@PathParam("number") String number, @NotNull @Valid CustomerDetails body) {
    service.change(
        new ChangeCustomer(
            number,
            body.version(),
            body.name(),
            body.email(),
            body.phone(),
            body.segment(),
            body.language(),
            body.value(),
            body.consent(),
            body.churnState()));
  }
}
