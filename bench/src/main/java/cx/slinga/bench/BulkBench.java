package cx.slinga.bench;

import cx.slinga.bulk.BenchBulk;
import cx.slinga.cases.CaseService;
import cx.slinga.shared.Wired;
import java.util.ArrayList;
import java.util.List;

/** Assigning many cases one by one, each in its transaction, against the same as one job. */
final class BulkBench {
  private static final double LEAST = 20;
  private static final int WARM_UP = 2_000;
  private static final String HEAD = "cecilia";

  private final LocalPostgres postgres;
  private final Answers answers;
  private final int count;

  BulkBench(LocalPostgres postgres, Answers answers, int count) {
    this.postgres = postgres;
    this.answers = answers;
    this.count = count;
  }

  /** What was measured: the time of both, and the bytes that both wrote to the record. */
  List<Comparison> run() {
    try (World world = World.imported(postgres, "bulk", answers, count * 2 + WARM_UP * 2);
        Wired wired = new Wired(world.connection, world.connection::inTransaction, World.CLOCK)) {
      List<String> numbers = numbers(world);
      BenchBulk bulk = new BenchBulk(wired);
      CaseService service = wired.get(CaseService.class);
      singly(wired, service, numbers.subList(0, WARM_UP));
      bulk.assign(HEAD, "owner11", numbers.subList(WARM_UP, WARM_UP * 2));
      List<String> one = numbers.subList(WARM_UP * 2, WARM_UP * 2 + count);
      List<String> other = numbers.subList(WARM_UP * 2 + count, WARM_UP * 2 + count * 2);
      postgres.checkpoint();
      double single =
          Timing.once(
              () -> {
                singly(wired, service, one);
                return true;
              });
      postgres.checkpoint();
      double job = Timing.once(() -> bulk.assign(HEAD, "owner11", other));
      List<String> entries = entries(world, one);
      if (entries.size() != count || !entries.equals(entries(world, other))) {
        throw new IllegalStateException("the record differs: " + entries.size() + " entries");
      }
      System.out.printf("the record holds the same %,d entries of both%n", entries.size());
      return List.of(
          Comparison.times(
              "assign %,d cases as one job".formatted(count), job, "one by one", single, LEAST));
    } finally {
      postgres.drop("bulk");
    }
  }

  private static void singly(Wired wired, CaseService service, List<String> numbers) {
    wired.as(HEAD);
    for (String number : numbers) {
      wired.run(() -> service.assign(number, null, "owner11"));
    }
  }

  /** Cases that wait for somebody, in an order that has nothing to do with anything. */
  private static List<String> numbers(World world) {
    List<String> numbers = new ArrayList<>();
    world.database.write(
        h -> {
          // all of them may be assigned, and all of them from somebody else to the same person
          h.execute(
              "update cases set state = 'OPEN', owner_id = (select id from people where username ="
                  + " 'owner10')");
          numbers.addAll(
              h.createQuery("select number from cases order by md5(number)")
                  .mapTo(String.class)
                  .list());
          h.execute("vacuum analyze");
        });
    return numbers;
  }

  /** Who did what, without when and through which door. */
  private static List<String> entries(World world, List<String> numbers) {
    return world.database.read(
        h ->
            h.createQuery(
                    "select actor || ' ' || verb || ' ' || object_type || ' ' || changes::text ||"
                        + " outcome from audit_entries where verb = 'case.assigned' and object_id ="
                        + " any(:numbers) order by 1")
                .bind("numbers", numbers.toArray(new String[0]))
                .mapTo(String.class)
                .list());
  }
}
