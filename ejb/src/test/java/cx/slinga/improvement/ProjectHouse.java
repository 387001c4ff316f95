package cx.slinga.improvement;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A house in which projects are proposed and run. */
final class ProjectHouse implements AutoCloseable {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
  static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);

  final BulkHouse house = new BulkHouse();

  void furnish() {
    house.furnish();
  }

  ProjectService projects() {
    return house.wired.get(ProjectService.class);
  }

  ProjectQueries queries() {
    return house.wired.get(ProjectQueries.class);
  }

  ProjectDetails details(String number) {
    return queries().details(number);
  }

  /** A proposal of signs' head that removes these causes. */
  String proposed(String... causes) {
    return propose("dag", "signs", causes);
  }

  String propose(String who, String department, String... causes) {
    List<UUID> ids = Arrays.stream(causes).map(house::id).toList();
    return in(
        who,
        () ->
            projects()
                .propose(new ProposeProject(facts("Signs that lead"), department, "karin", ids)));
  }

  static ProjectFacts facts(String title) {
    return new ProjectFacts(title, "Nobody asks for the way", TUESDAY, 4, 3, 2);
  }

  /** One of signs that runs. */
  String running(String... causes) {
    String number = proposed(causes);
    as("dag", () -> projects().approve(number, null));
    as("dag", () -> projects().start(number, null, null));
    return number;
  }

  void as(String who, Runnable verb) {
    house.wired.as(who);
    house.wired.run(verb);
  }

  <T> T in(String who, Supplier<T> verb) {
    house.wired.as(who);
    return house.wired.in(verb);
  }

  Caller caller(String who) {
    house.wired.as(who);
    return house.wired.get(CurrentUser.class).get();
  }

  @Override
  public void close() {
    house.close();
  }
}
