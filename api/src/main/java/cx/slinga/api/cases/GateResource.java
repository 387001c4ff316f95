package cx.slinga.api.cases;

import cx.slinga.api.shared.Verb;
import cx.slinga.cases.GateRules;
import cx.slinga.cases.GateService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What holds at the gate: who may close, and when a customer is asked again. */
@Path("/gate")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class GateResource {
  @Inject private GateService service;

  /** New rules. */
  @Schema(name = "NewGateRules")
  record NewGateRules(
      @Schema(description = "Also a CX owner needs another one to close what they resolved")
          @NotNull
          Boolean fourEyes,
      @Schema(description = "Customers are asked again after closing") @NotNull Boolean askAgain,
      @Schema(description = "Days between two questions to the same customer") @NotNull
          Integer coolDownDays,
      @Schema(description = "Days in which the question can be answered") @NotNull
          Integer validDays,
      @Schema(description = "The version that the caller looked at") @NotNull Long version) {}

  @GET
  @Operation(summary = "Read the rules of the gate")
  public GateRules rules() {
    return service.rules();
  }

  @POST
  @Verb(value = "gate.changed", object = "gate")
  @Operation(summary = "Change the rules of the gate")
  public GateRules change(@NotNull @Valid NewGateRules body) {
    service.change(
        new GateRules(
            body.fourEyes(),
            body.askAgain(),
            body.coolDownDays(),
            body.validDays(),
            body.version()));
    return service.rules();
  }
}
