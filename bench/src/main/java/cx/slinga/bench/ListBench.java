package cx.slinga.bench;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseSort;
import cx.slinga.security.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of the case list at many cases against the same pages at a hundredth of them. */
final class ListBench {
  private static final int PAGE = 25;
  private static final double MOST = 3;

  /** What is asked: filter, order, and whether the page lies deep inside. */
  private record Question(
      String name, Map<String, String> filter, CaseSort sort, boolean deep, Sight sight) {}

  private enum Sight {
    EVERYTHING,
    DEPARTMENT
  }

  private final World large;
  private final World small;
  private final Function<World, Visibility> everything;
  private final Function<World, Visibility> department;

  ListBench(
      World large,
      World small,
      Function<World, Visibility> everything,
      Function<World, Visibility> department) {
    this.large = large;
    this.small = small;
    this.everything = everything;
    this.department = department;
  }

  List<Comparison> run(int warmUps, int runs) {
    List<Comparison> lines = new ArrayList<>();
    for (Question question : questions()) {
      if (fills(small, question) && fills(large, question)) {
        lines.add(page(question.name, question, warmUps, runs, MOST));
      } else {
        System.out.printf("left out, too few rows for a page: %s%n", question.name);
      }
    }
    return lines;
  }

  /** What is said of each list beside its rows: how many there are. */
  List<Comparison> counters(int warmUps, int runs) {
    List<Comparison> lines = new ArrayList<>();
    for (Question question : questions()) {
      if (question.deep || question.sort != CaseSort.DUE) {
        continue;
      }
      CaseFilter filter = CaseFilter.parse(question.filter::get);
      Timing.Pair times =
          Timing.medians(
              warmUps,
              runs,
              () -> large.cases.total(sight(large, question), filter),
              () -> small.cases.total(sight(small, question), filter));
      lines.add(
          Comparison.growth(
              "count: " + question.name.replace(", due", "").replace(", first page", ""),
              times.one(),
              times.other(),
              Double.MAX_VALUE));
    }
    return lines;
  }

  private Comparison page(String name, Question question, int warmUps, int runs, double most) {
    Timing.Pair times = Timing.medians(warmUps, runs, page(large, question), page(small, question));
    return Comparison.growth("list: " + name, times.one(), times.other(), most);
  }

  private Callable<Integer> page(World world, Question question) {
    CaseFilter filter = CaseFilter.parse(question.filter::get);
    String after = question.deep ? middle(world, question.sort) : null;
    Visibility visibility = sight(world, question);
    return () -> world.cases.list(visibility, filter, question.sort, after, PAGE).items().size();
  }

  /** A page of five rows is no measure for one of 25. */
  private boolean fills(World world, Question question) {
    try {
      return page(world, question).call() == PAGE;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Visibility sight(World world, Question question) {
    return (question.sight == Sight.EVERYTHING ? everything : department).apply(world);
  }

  /** Key of the row in the middle of all, as the page before it hands it out. */
  private static @Nullable String middle(World world, CaseSort sort) {
    String column =
        switch (sort) {
          case DUE -> "due_order";
          case OPENED_NEWEST, OPENED_OLDEST -> "opened_at";
          case SCORE_LOWEST -> "score";
        };
    String key =
        sort == CaseSort.SCORE_LOWEST
            ? "score::text"
            : "case when "
                + column
                + " = 'infinity' then 'infinity' else to_char("
                + column
                + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') end";
    return world.database.read(
        h ->
            h.createQuery(
                    "select "
                        + key
                        + " || '~' || id from cases order by "
                        + column
                        + ", id offset (select count(*) / 2 from cases) limit 1")
                .mapTo(String.class)
                .one());
  }

  private static List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (CaseSort sort : CaseSort.values()) {
      String name = sort.parameter().replace('_', ' ');
      questions.add(new Question(name + ", first page", Map.of(), sort, false, Sight.EVERYTHING));
      questions.add(
          new Question(name + ", from the middle", Map.of(), sort, true, Sight.EVERYTHING));
    }
    Map<String, Map<String, String>> filters = new LinkedHashMap<>();
    filters.put("active", Map.of("state", "active"));
    filters.put("closed", Map.of("state", "closed"));
    filters.put("late", Map.of("due", "late"));
    filters.put("one owner", Map.of("owner", "owner10"));
    filters.put("one department", Map.of("department", "wayfinding"));
    filters.put("one department, active", Map.of("department", "wayfinding", "state", "active"));
    filters.put("one touchpoint", Map.of("touchpoint", "wifi"));
    filters.put("high severity", Map.of("severity", "high"));
    filters.put("scores 0 to 1", Map.of("scoreFrom", "0", "scoreTo", "1"));
    filters.put("one survey", Map.of("survey", "sfo-2018"));
    filters.forEach(
        (name, filter) -> {
          for (CaseSort sort : List.of(CaseSort.DUE, CaseSort.OPENED_NEWEST)) {
            questions.add(
                new Question(
                    name + ", " + sort.parameter().replace('_', ' '),
                    filter,
                    sort,
                    false,
                    Sight.EVERYTHING));
          }
        });
    words(questions);
    for (CaseSort sort : List.of(CaseSort.DUE, CaseSort.OPENED_NEWEST)) {
      String name = sort.parameter().replace('_', ' ');
      questions.add(
          new Question(
              "as department head, active, " + name,
              Map.of("state", "active"),
              sort,
              false,
              Sight.DEPARTMENT));
      questions.add(
          new Question("as department head, " + name, Map.of(), sort, false, Sight.DEPARTMENT));
    }
    return questions;
  }

  /** Words that many, some and few used, alone and within other filters. */
  private static void words(List<Question> questions) {
    Map<String, Map<String, String>> filters = new LinkedHashMap<>();
    filters.put("a word of one in 26", Map.of("q", "to"));
    filters.put("a word of one in 70", Map.of("q", "gate"));
    filters.put("a word of one in 210", Map.of("q", "very"));
    filters.put("a word of one in 320", Map.of("q", "food"));
    filters.put("two words of one in 260", Map.of("q", "to gate"));
    filters.put("a word of one in 26, active", Map.of("q", "to", "state", "active"));
    filters.put(
        "a word of one in 26, one department", Map.of("q", "to", "department", "wayfinding"));
    filters.forEach(
        (name, filter) -> {
          for (CaseSort sort : List.of(CaseSort.DUE, CaseSort.OPENED_NEWEST)) {
            String order = sort.parameter().replace('_', ' ');
            questions.add(new Question(name + ", " + order, filter, sort, false, Sight.EVERYTHING));
          }
        });
    questions.add(
        new Question(
            "a word of one in 26, due, from the middle",
            Map.of("q", "to"),
            CaseSort.DUE,
            true,
            Sight.EVERYTHING));
  }
}
