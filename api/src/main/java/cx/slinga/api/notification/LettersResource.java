package cx.slinga.api.notification;

import cx.slinga.api.shared.Verb;
import cx.slinga.api.shared.Versions;
import cx.slinga.letters.LetterQueries;
import cx.slinga.letters.LetterRow;
import cx.slinga.letters.LetterService;
import cx.slinga.letters.SendLetter;
import cx.slinga.notification.Addressee;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Visibility;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Letters to the customer of a case. */
@Path("/cases/{number}/letters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "letters")
public class LettersResource {
  @Inject private LetterQueries queries;
  @Inject private LetterService service;
  @Inject private CurrentUser currentUser;

  /** To whom a letter would go, and those that went. */
  public record Letters(Addressee addressee, List<LetterRow> items) {}

  /** A letter to send. */
  @Schema(name = "NewLetter")
  public record NewLetter(
      @Schema(description = "One mail address") @NotNull String to,
      @Schema(description = "en, sv, da or no") @NotNull String language,
      @NotNull String subject,
      @Schema(description = "Plain text") @NotNull String body,
      @Nullable Long version) {}

  @GET
  @Operation(summary = "List what was written to the customer, and say where a letter would go")
  public Letters list(@PathParam("number") String number) {
    return letters(number);
  }

  @POST
  @Verb(value = "case.contacted", object = "case", id = "number")
  @Operation(summary = "Send a letter to the customer; it is logged as contact")
  public Letters send(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid NewLetter body) {
    service.send(
        new SendLetter(
            number,
            Versions.seen(body.version(), ifMatch),
            body.to(),
            body.language(),
            body.subject(),
            body.body()));
    return letters(number);
  }

  private Letters letters(String number) {
    Visibility visibility = currentUser.get().cases();
    return new Letters(queries.addressee(visibility, number), queries.of(visibility, number));
  }
}
