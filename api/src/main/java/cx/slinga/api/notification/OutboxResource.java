package cx.slinga.api.notification;

import cx.slinga.api.shared.Paging;
import cx.slinga.api.shared.SeenVersion;
import cx.slinga.api.shared.Verb;
import cx.slinga.notification.OutboxQueries;
import cx.slinga.notification.OutboxRow;
import cx.slinga.notification.OutboxService;
import cx.slinga.notification.OutboxState;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What leaves the house, and what could not. */
@Path("/outbox")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "outbox")
public class OutboxResource {
  @Inject private OutboxQueries queries;
  @Inject private OutboxService service;

  @GET
  @Operation(summary = "List messages, newest first; addresses are masked, words are left out")
  public Page<OutboxRow> list(
      @QueryParam("state") @Parameter(description = "QUEUED, SENT, DEAD or DISCARDED; else all")
          @Nullable String state,
      @QueryParam("after") @Parameter(description = "next of the page before")
          @Nullable String after,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") @Nullable String limit) {
    return queries.list(state(state), after, Paging.size(limit));
  }

  @POST
  @Path("/{id}/send-again")
  @Verb(value = "message.sent-again", object = "message", id = "id")
  @Operation(summary = "Put an undeliverable message back into the queue")
  public void sendAgain(@PathParam("id") String id, @NotNull @Valid SeenVersion body) {
    service.sendAgain(number(id));
  }

  @POST
  @Path("/{id}/discard")
  @Verb(value = "message.discarded", object = "message", id = "id")
  @Operation(summary = "Give up an undeliverable message")
  public void discard(@PathParam("id") String id, @NotNull @Valid SeenVersion body) {
    service.discard(number(id));
  }

  private static @Nullable OutboxState state(@Nullable String named) {
    if (named == null || named.isBlank()) {
      return null;
    }
    try {
      return OutboxState.valueOf(named.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw BusinessException.ofField("state", "filter.unknown-value", named);
    }
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new cx.slinga.shared.NotFoundException(id);
    }
  }
}
