package cx.slinga.api.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.api.shared.MissingPoint;
import cx.slinga.cases.CaseCustomer;
import cx.slinga.cases.CaseDetails;
import cx.slinga.cases.CaseReopening;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.ContactRow;
import cx.slinga.cases.DismissalReason;
import cx.slinga.cases.Rating;
import cx.slinga.cases.TimelineEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One case with all that belongs to it: what the list says of it, the answer behind it, its plan.
 */
@Schema(name = "Case", description = "A case with the answer behind it, its plan and its timeline")
public record CaseDocument(
    @JsonUnwrapped CaseRow row,
    String surveyName,
    String externalId,
    @Nullable Integer overall,
    @Nullable String language,
    @Nullable String segment,
    @Nullable Boolean problem,
    Map<String, String> attributes,
    List<Rating> ratings,
    List<String> whys,
    @Schema(description = "Null when it is not known who answered") @Nullable CaseCustomer customer,
    @Nullable String headName,
    @Nullable DismissalReason dismissalReason,
    @Nullable String dismissalNote,
    @Schema(description = "Why it was taken up again, until it is ended once more")
        @Nullable CaseReopening reopening,
    @Schema(description = "Empty when the case may be closed") List<MissingPoint> missingForClosing,
    @Schema(description = "Open actions that a running project carries on; closing need not wait")
        @Nullable CarriedOnDocument carriedOn,
    List<ClockDocument> clocks,
    List<ActionRow> plan,
    @Schema(description = "What is done for all cases of its cause") List<ActionRow> sharedPlan,
    List<ContactRow> contacts,
    @Schema(description = "Newest first") List<TimelineEntry> timeline) {

  static CaseDocument of(
      CaseDetails details,
      @Nullable CaseCustomer customer,
      List<ActionRow> plan,
      List<ActionRow> sharedPlan,
      Locale language) {
    return new CaseDocument(
        details.row(),
        details.surveyName(),
        details.externalId(),
        details.overall(),
        details.language(),
        details.segment(),
        details.problem(),
        details.attributes(),
        details.ratings(),
        details.whys(),
        customer,
        details.headName(),
        details.dismissalReason(),
        details.dismissalNote(),
        details.reopening(),
        details.row().state().isEnded()
            ? List.of()
            : MissingPoint.forClosing(details.row().missingForClosing(), language),
        CarriedOnDocument.of(details.row().carriedOn(), language),
        details.dueReasons().stream().map(ClockDocument::of).toList(),
        plan,
        sharedPlan,
        details.contacts(),
        details.timeline());
  }
}
