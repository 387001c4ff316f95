package cx.slinga.api.shared;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.ExternalDocumentation;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The first version of the API. Fields are added within a version; what changes or removes one is
 * the next version, under a path of its own.
 */
@ApplicationPath("/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Slinga",
            version = "1",
            license = @License(name = "See the distribution"),
            description =
                "Closed-loop customer experience: responses, the cases that follow up the negative"
                    + " ones, their causes and actions, the figures and the record. Lists are read"
                    + " with ?after= and ?limit=; refusals are application/problem+json in the"
                    + " language of Accept-Language (en, sv, da, no)."),
    externalDocs =
        @ExternalDocumentation(url = "docs/api.md", description = "The walk by hand, with curl"),
    security = @SecurityRequirement(name = "bearer"),
    components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)),
    tags = {
      @Tag(
          name = "cases",
          description = "The follow-up of negative responses, from open to closed"),
      @Tag(
          name = "projects",
          description = "What removes causes for all customers, a few at a time"),
      @Tag(name = "actions", description = "What will be done, by whom, until when"),
      @Tag(name = "intake", description = "Imports and single responses"),
      @Tag(name = "insight", description = "Figures with their uncertainty"),
      @Tag(name = "exports", description = "Workbooks"),
      @Tag(name = "letters", description = "What is written to customers, and its templates"),
      @Tag(name = "outbox", description = "What leaves the house, and what could not"),
      @Tag(name = "audit", description = "Who did what and what was refused"),
      @Tag(name = "lookups", description = "What the other calls name by key")
    })
@SecurityScheme(
    securitySchemeName = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "Access token of the identity provider; cookies are not looked at")
public class ApiApplication extends Application {}
