package cx.slinga.web.cases;

import cx.slinga.cases.CaseDetails;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.TimelineEntry;
import cx.slinga.clocks.DueReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The story of a case in sentences: what people did, from the record, and what time did, from the
 * clocks. Newest first.
 */
final class Timeline {
  private static final Map<String, String> ICONS =
      Map.ofEntries(
          Map.entry("case.opened", "inbox"),
          Map.entry("case.assigned", "user-plus"),
          Map.entry("case.contacted", "phone"),
          Map.entry("case.analysed", "sitemap"),
          Map.entry("case.plan-changed", "list-check"),
          Map.entry("case.resolved", "check-circle"),
          Map.entry("case.closed", "check-circle"),
          Map.entry("case.reopened", "replay"),
          Map.entry("case.dismissed", "ban"),
          Map.entry("case.paused", "pause-circle"),
          Map.entry("case.resumed", "play-circle"),
          Map.entry("case.severity-changed", "sort-alt"),
          Map.entry("case.due-moved", "clock"),
          Map.entry("case.noted", "comment"));

  private static final String ESCALATED = "case.escalated"; // nobody did it: time did
  private static final Set<String> OF_CLOCKS =
      Set.of(ESCALATED, "case.paused", "case.resumed", "case.due-moved");
  private static final Set<String> NOT_SETTLED = Set.of("NO_ANSWER", "WRITTEN");

  private final CaseWords words;
  private final Function<String, @Nullable String> personName;
  private final Supplier<@Nullable String> opened;

  /**
   * @param personName the name for an id in the record, null when it is not known any more
   * @param opened by which rules the case was opened, null when nobody knows
   */
  Timeline(
      CaseWords words,
      Function<String, @Nullable String> personName,
      Supplier<@Nullable String> opened) {
    this.words = words;
    this.personName = personName;
    this.opened = opened;
  }

  List<TimelineItem> of(CaseDetails details) {
    List<TimelineEntry> entries = new ArrayList<>(details.timeline());
    Collections.reverse(entries);
    List<TimelineItem> items = new ArrayList<>();
    CaseRow row = details.row();
    if (entries.stream().noneMatch(entry -> entry.verb().equals("case.opened"))) {
      items.add(opened(row.openedAt(), words.text("timeline.opened")));
    }
    String state = "OPEN";
    int open = 0;
    for (TimelineEntry entry : entries) {
      String stateAfter = entry.facts().getOrDefault("state", state);
      String openAfter = entry.facts().get("actionsOpen");
      String text = text(entry, openAfter != null && Integer.parseInt(openAfter) < open);
      if (entry.verb().equals("case.opened")) {
        items.add(opened(entry.at(), text));
      } else {
        boolean says =
            entry.verb().equals("case.contacted")
                || openAfter != null
                || entry.verb().equals("case.analysed");
        String moved =
            says && !stateAfter.equals(state)
                ? words.say("timeline.moved", words.text("state." + stateAfter))
                : "";
        items.add(
            new TimelineItem(
                entry.at(),
                icon(entry.verb()),
                css(entry),
                actor(entry),
                text,
                entry.about() == null ? null : entry.about().name(),
                page(entry.about()),
                moved,
                OF_CLOCKS.contains(entry.verb()),
                entry.note()));
      }
      state = stateAfter;
      open = openAfter == null ? open : Integer.parseInt(openAfter);
    }
    for (DueReason clock : details.dueReasons()) {
      for (Instant since : clock.becameLate()) {
        items.add(
            new TimelineItem(
                since,
                "exclamation-circle",
                "late",
                null,
                words.text("timeline.late." + clock.clock()),
                null,
                null,
                "",
                true,
                null));
      }
    }
    // stable: things of the same moment keep their order
    items.sort(Comparator.comparing(TimelineItem::at));
    Collections.reverse(items);
    return List.copyOf(items);
  }

  private static TimelineItem opened(Instant at, String text) {
    return new TimelineItem(at, "inbox", "", null, text, null, null, "", false, null);
  }

  /**
   * What was done, as a sentence without its subject; it ends before the name of what it concerns.
   *
   * @param fewerOpen whether fewer actions were open afterwards
   */
  String sentence(TimelineEntry entry, boolean fewerOpen) {
    return text(entry, fewerOpen);
  }

  private String text(TimelineEntry entry, boolean fewerOpen) {
    Map<String, String> facts = entry.facts();
    return switch (entry.verb()) {
      case "case.opened" -> {
        String by = opened.get();
        yield by == null ? words.text("timeline.opened") : by;
      }
      case "case.assigned" -> {
        String name = personName.apply(facts.getOrDefault("owner", ""));
        yield name == null
            ? words.text("timeline.assigned")
            : words.say("timeline.assigned.to", name);
      }
      case "case.contacted" ->
          words.say(
              "timeline.contacted." + facts.getOrDefault("outcome", "NO_ANSWER"),
              words.text("channel.by." + facts.getOrDefault("channel", "PHONE")));
      case "case.callback-agreed" ->
          words.say("timeline.callback.agreed", words.day(facts.getOrDefault("callback", "")));
      case ESCALATED ->
          words.say(
              "timeline.escalated." + facts.getOrDefault("to", "CX_OWNER"),
              words.text("clock." + facts.getOrDefault("clock", "RESOLUTION")));
      case "case.noted" -> words.text("timeline.noted");
      case "case.callback-dropped" -> words.text("timeline.callback.dropped");
      case "case.analysed" ->
          words.text(entry.about() == null ? "timeline.analysed" : "timeline.cause");
      case "case.cause-moved" ->
          words.text(entry.about() == null ? "timeline.causeMoved" : "timeline.causeMoved.to");
      case "case.plan-changed" ->
          words.text(
              entry.about() != null
                  ? "timeline." + entry.about().verb()
                  : fewerOpen ? "timeline.plan.ended" : "timeline.plan.added");
      case "case.resolved" -> words.text("timeline.resolved");
      case "case.closed" -> words.text("timeline.closed");
      case "case.reopened" -> reopened(facts);
      case "case.joined" ->
          facts.containsKey("severityBefore")
              ? words.say(
                  "timeline.joined.raised",
                  words.text("severity." + facts.get("severityBefore")),
                  words.text("severity." + facts.getOrDefault("severity", "NORMAL")))
              : words.text("timeline.joined");
      case "case.asked-again" -> words.text("timeline.askedAgain");
      case "case.recovery-scored" ->
          words.say(
              entry.actorName().equals("anonymous")
                  ? "timeline.recovered.self"
                  : "timeline.recovered",
              facts.getOrDefault("recoveredScore", ""));
      case "case.paused" ->
          words.say(
              "timeline.paused", words.text("pause.for." + facts.getOrDefault("pause", "OTHER")));
      case "case.resumed" -> words.text("timeline.resumed");
      case "case.severity-changed" ->
          words.say(
              "timeline.severity",
              words.text("severity." + facts.getOrDefault("severity", "NORMAL")));
      case "case.due-moved" ->
          words.say("timeline.dueMoved", facts.getOrDefault("policyVersion", ""));
      case "case.dismissed" ->
          words.say(
              "timeline.dismissed",
              words.text("dismissal." + facts.getOrDefault("reason", "NOT_ABOUT_US")));
      default -> words.say("timeline.other", entry.verb());
    };
  }

  private static @Nullable String page(TimelineEntry.@Nullable About about) {
    if (about == null) {
      return null;
    }
    String folder = about.type().equals("cause") ? "causes" : "actions";
    return "/" + folder + "/view.xhtml?id=" + about.id();
  }

  /** A record of old tells no score. */
  private String reopened(Map<String, String> facts) {
    String score = facts.get("score");
    if (score != null) {
      return words.say("timeline.reopened.score", score);
    }
    return words.text(
        "NEGATIVE_AGAIN".equals(facts.get("reason"))
            ? "timeline.reopened.negative"
            : "timeline.reopened");
  }

  /** Who did it; null where nobody did, but time. */
  private @Nullable String actor(TimelineEntry entry) {
    if (entry.verb().equals(ESCALATED)) {
      return null;
    }
    return entry.actorName().equals("anonymous")
        ? words.text("timeline.customer")
        : entry.actorName();
  }

  private static String icon(String verb) {
    return switch (verb) {
      case ESCALATED -> "bell";
      case "case.callback-agreed", "case.callback-dropped" -> "calendar";
      default -> ICONS.getOrDefault(verb, "pencil");
    };
  }

  private static String css(TimelineEntry entry) {
    return switch (entry.verb()) {
      case "case.contacted" ->
          NOT_SETTLED.contains(entry.facts().getOrDefault("outcome", "")) ? "" : "ok";
      case "case.resolved", "case.closed" -> "ok";
      case ESCALATED -> "late";
      default -> "";
    };
  }
}
