package cx.slinga.api.shared;

import cx.slinga.cases.CaseChange;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a call was not carried out (RFC 9457).
 *
 * @param type names the reason for programs
 * @param detail what to tell a person, in the caller's language
 * @param instance where the server failed: the number under which its log tells the story
 * @param field the one parameter or property that is wrong
 * @param errors all of them, when there are several
 * @param changes what others did since the version that the caller looked at
 * @param missing what resolving or closing a case still needs
 */
@Schema(description = "Why a call was not carried out (RFC 9457)")
public record Problem(
    @Schema(examples = "urn:slinga:problem:case.not-closable") String type,
    @Schema(examples = "Conflict") String title,
    @Schema(examples = "409") int status,
    @Schema(description = "What to tell a person, in the caller's language") String detail,
    @Schema(description = "Incident number, where the server failed") @Nullable String instance,
    @Schema(description = "The parameter or property that is wrong") @Nullable String field,
    @Schema(description = "Every wrong property, when there are several")
        @Nullable List<FieldError> errors,
    @Schema(description = "What resolving or closing a case still needs")
        @Nullable List<MissingPoint> missing,
    @Schema(description = "Who changed what since the version that the caller looked at")
        @Nullable List<CaseChange> changes) {

  /** One wrong property. */
  public record FieldError(String field, String detail) {}

  static final String MEDIA_TYPE = "application/problem+json";

  private static final String PREFIX = "urn:slinga:problem:";

  static Problem of(int status, String key, String title, String detail, @Nullable String field) {
    return new Problem(PREFIX + key, title, status, detail, null, field, null, null, null);
  }

  Problem withInstance(String incident) {
    return new Problem(
        type,
        title,
        status,
        detail,
        "urn:slinga:incident:" + incident,
        field,
        errors,
        missing,
        changes);
  }

  Problem withErrors(List<FieldError> all) {
    return new Problem(type, title, status, detail, instance, field, all, missing, changes);
  }

  Problem withMissing(List<MissingPoint> points) {
    return new Problem(type, title, status, detail, instance, field, errors, points, changes);
  }

  Problem withChanges(List<CaseChange> made) {
    return new Problem(type, title, status, detail, instance, field, errors, missing, made);
  }
}
