package cx.slinga.api.feedback;

import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.Verb;
import cx.slinga.feedback.ResponseQueries;
import cx.slinga.feedback.ResponseRow;
import cx.slinga.feedback.ResponseService;
import cx.slinga.feedback.SubmitResponse;
import cx.slinga.organisation.ChurnState;
import cx.slinga.organisation.CustomerFacts;
import cx.slinga.organisation.CustomerValue;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Single responses. */
@Path("/responses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "intake")
public class ResponsesResource {
  @Inject private ResponseService service;
  @Inject private ResponseQueries queries;
  @Inject private CurrentUser currentUser;

  /** One customer's answer. */
  @Schema(name = "NewResponse")
  record NewResponse(
      @Schema(description = "Key, see /surveys") @NotNull String survey,
      @Schema(description = "The id at its source; the same id again is the same response") @NotNull
          String externalId,
      @NotNull LocalDate answeredOn,
      @Schema(description = "Willingness to recommend, 0 to 10") @Nullable Integer score,
      @Schema(description = "Of the customer, verbatim") @Nullable String words,
      @Schema(description = "Of the answer, such as en; rules may ask for it")
          @Nullable String language,
      @Schema(description = "By which it came, such as chat; rules may ask for it")
          @Nullable String channel,
      @Schema(description = "Whether the customer met one") @Nullable Boolean problem,
      @Schema(description = "By key of the survey's mapping, on its scale")
          @Nullable Map<@NotNull String, @NotNull Integer> ratings,
      @Schema(description = "Who answered, as far as known") @Valid
          @Nullable NewCustomer customer) {}

  /** Who answered. */
  @Schema(name = "NewCustomer")
  record NewCustomer(
      @Schema(description = "The customer's at the source; the same key again is the same customer")
          @NotNull
          String key,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String segment,
      @Nullable String language,
      @Nullable CustomerValue value,
      @Schema(description = "Whether the customer may be asked again") @Nullable Boolean consent,
      @Nullable ChurnState churnState) {

    CustomerFacts facts() {
      return new CustomerFacts(
          key, name, email, phone, segment, language, value, consent, churnState);
    }
  }

  /** The stored response. */
  @Schema(name = "StoredResponse")
  record StoredResponse(long id) {}

  @GET
  @Operation(summary = "List responses, the latest received first")
  public Page<ResponseRow> list(
      @QueryParam("survey") @Parameter(description = "Key, see /surveys") @Nullable String survey,
      @QueryParam("after") @Parameter(description = "next of the page before")
          @Nullable String after,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") @Nullable String limit) {
    return queries.list(currentUser.get().cases(), survey, after, Paging.size(limit));
  }

  @POST
  @Verb(value = "response.submitted", object = "response")
  @Operation(
      summary = "Submit one response",
      description =
          "Stored as an import would; a negative one becomes a case. The same survey and externalId"
              + " again answer the id of the stored one and change nothing.")
  @APIResponse(
      responseCode = "200",
      description = "Stored, or known already",
      content = @Content(schema = @Schema(implementation = StoredResponse.class)))
  public Response submit(@NotNull @Valid NewResponse body) {
    long id =
        service.submit(
            new SubmitResponse(
                body.survey(),
                body.externalId(),
                body.answeredOn(),
                body.score(),
                body.words(),
                body.language(),
                body.channel(),
                body.problem(),
                body.ratings() == null ? Map.of() : body.ratings(),
                body.customer() == null ? null : body.customer().facts()));
    return Response.ok(new StoredResponse(id)).build();
  }
}
