package cx.slinga.api.shared;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Tells in the document what every call may be refused with, so that no resource repeats it. */
public class ErrorAnswers implements OASFilter {
  private static final Map<String, String> ALL =
      Map.of(
          "400", "A parameter or the body cannot be understood",
          "401", "No valid access token",
          "403", "Not allowed; the attempt is recorded",
          "500", "Failed here; instance holds the incident number");
  private static final Map<String, String> NAMED =
      Map.of("404", "It does not exist, or is out of your sight");
  private static final Map<String, String> CHANGES =
      Map.of(
          "409",
              "Changed meanwhile: changes tells by whom; or not resolvable or closable yet: missing"
                  + " names the points",
          "413", "The body is too large",
          "415", "The body has another content type than described",
          "422", "Refused by a rule; detail says which");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.getPaths().getPathItems().forEach(ErrorAnswers::describe);
  }

  private static void describe(String path, PathItem item) {
    item.getOperations()
        .forEach(
            (method, operation) -> {
              add(operation, ALL);
              if (path.contains("{") || path.contains("/insight/")) {
                add(operation, NAMED);
              }
              if (method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PUT) {
                add(operation, CHANGES);
              }
            });
  }

  private static void add(Operation operation, Map<String, String> answers) {
    APIResponses responses = operation.getResponses();
    answers.forEach(
        (status, description) -> {
          if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, answer(description));
          }
        });
  }

  private static APIResponse answer(String description) {
    return OASFactory.createAPIResponse()
        .description(description)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    Problem.MEDIA_TYPE,
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
  }
}
