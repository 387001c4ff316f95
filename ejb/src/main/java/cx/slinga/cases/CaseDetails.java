package cx.slinga.cases;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.clocks.DueReason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the case page shows of the case itself; the plan is the action plan's, the cause
 * the root cause's.
 *
 * @param attributes what the survey keeps for display, for example AIRLINE
 * @param reopening why it was taken up again, until it is ended once more
 * @param ratings in the order of the journey
 * @param dueReasons why each of the three clocks is due when it is
 * @param timeline newest first
 */
public record CaseDetails(
    CaseRow row,
    String surveyName,
    String externalId,
    @Nullable Integer overall,
    @Nullable String language,
    @Nullable String segment,
    @Nullable Boolean problem,
    Map<String, String> attributes,
    List<Rating> ratings,
    List<String> whys,
    CalendarKey calendar,
    @Nullable String headName,
    @Nullable DismissalReason dismissalReason,
    @Nullable String dismissalNote,
    @Nullable CaseReopening reopening,
    List<DueReason> dueReasons,
    List<ContactRow> contacts,
    List<TimelineEntry> timeline) {}
