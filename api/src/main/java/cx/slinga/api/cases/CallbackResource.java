package cx.slinga.api.cases;

import cx.slinga.api.shared.SeenVersion;
import cx.slinga.api.shared.Verb;
import cx.slinga.callback.AgreeCallback;
import cx.slinga.callback.CallbackService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** When the customer of a case wants to be called. */
@Path("/cases/{number}/callback")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class CallbackResource {
  @Inject private CallbackService service;

  /** A time to call. */
  @Schema(name = "NewCallback")
  public record NewCallback(
      @NotNull LocalDate day,
      @Schema(examples = "14:00") @NotNull LocalTime from,
      @Schema(examples = "16:00") @NotNull LocalTime to,
      @Nullable String note) {}

  @POST
  @Verb(value = "case.callback-agreed", object = "case", id = "number")
  @Operation(summary = "Agree on a time to call the customer, in place of an earlier one")
  public void agree(@PathParam("number") String number, @NotNull @Valid NewCallback body) {
    service.agree(new AgreeCallback(number, body.day(), body.from(), body.to(), body.note()));
  }

  @POST
  @Path("/drop")
  @Verb(value = "case.callback-dropped", object = "case", id = "number")
  @Operation(summary = "Drop the time to call the customer")
  public void drop(@PathParam("number") String number, @NotNull @Valid SeenVersion body) {
    service.drop(number);
  }
}
