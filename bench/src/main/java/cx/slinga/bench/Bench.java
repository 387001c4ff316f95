package cx.slinga.bench;

import cx.slinga.security.Caller;
import cx.slinga.security.Caller.PersonId;
import cx.slinga.security.Roles;
import cx.slinga.shared.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Measures and prints. {@code SLINGA_BENCH_ROWS} (100,000) says with how many rows, {@code
 * SLINGA_BENCH_ONLY} (import, export, bulk, deadlines, policy, list) what, where not everything is
 * wanted. Lists and deadlines are read among ten times as many cases.
 */
public final class Bench {
  private static final int WARM_UPS = 2;
  private static final int RUNS = 5;
  private static final int PAGE_WARM_UPS = 15;
  private static final int PAGE_RUNS = 41;
  private static final int COUNT_WARM_UPS = 2;
  private static final int COUNT_RUNS = 9;
  private static final int POLICY_RUNS = 3;
  private static final int BULK = 10_000;

  private final int rows;
  private final String only;
  private final List<Comparison> lines = new ArrayList<>();
  private final List<Comparison> counters = new ArrayList<>();

  private Bench(int rows, String only) {
    this.rows = rows;
    this.only = only;
  }

  public static void main(String[] args) throws IOException {
    new Bench(
            Integer.parseInt(setting("SLINGA_BENCH_ROWS", "100000")),
            setting("SLINGA_BENCH_ONLY", ""))
        .run();
  }

  private void run() throws IOException {
    Path directory = Files.createTempDirectory("slinga-bench");
    try (LocalPostgres postgres = new LocalPostgres()) {
      say("PostgreSQL %s, Java %s, %d cores", postgres.version(), Runtime.version(), cores());
      Answers answers = new Answers();
      if (wanted("import")) {
        say("import: %,d rows of %d columns", rows, answers.columns());
        add(new ImportBench(postgres, answers, rows, directory).run(WARM_UPS, RUNS));
      }
      if (wanted("export")) {
        say("making %,d cases", rows);
        try (World world = World.imported(postgres, "export", answers, rows)) {
          say("export");
          Caller auditor = caller(Roles.AUDITOR, Set.of());
          add(new ExportBench(world, rows, auditor, directory).run(WARM_UPS, RUNS));
        }
        postgres.drop("export");
      }
      if (wanted("bulk")) {
        say("bulk: %,d cases", Math.min(rows, BULK));
        new BulkBench(postgres, answers, Math.min(rows, BULK)).run().forEach(this::add);
      }
      if (wanted("deadlines")) {
        say("making %,d and %,d cases with deadlines", rows * 10, rows / 10);
        add(new DeadlineBench(postgres, rows * 10).run(PAGE_WARM_UPS, PAGE_RUNS));
      }
      if (wanted("policy")) {
        say("making %,d open cases", rows);
        add(new PolicyBench(postgres, rows).run(1, POLICY_RUNS));
      }
      if (wanted("list")) {
        lists(postgres, answers);
      }
    } finally {
      delete(directory);
    }
    report();
  }

  private void lists(LocalPostgres postgres, Answers answers) {
    int many = rows * 10;
    say("making %,d and %,d cases", many, many / 100);
    long from = System.nanoTime();
    try (World large = World.copied(postgres, "large", answers, many);
        World small = World.copied(postgres, "small", answers, many / 100)) {
      say("made in %.0f s; lists", (System.nanoTime() - from) / 1e9);
      ListBench lists =
          new ListBench(
              large,
              small,
              world -> caller(Roles.CX_OWNER, Set.of()).cases(),
              world -> caller(Roles.DEPARTMENT_HEAD, Set.of(wayfinding(world))).cases());
      lists.run(PAGE_WARM_UPS, PAGE_RUNS).forEach(this::add);
      counters.addAll(lists.counters(COUNT_WARM_UPS, COUNT_RUNS));
    }
  }

  private void report() {
    System.out.println();
    System.out.println(Comparison.heading());
    lines.forEach(line -> System.out.println(line.line()));
    if (!counters.isEmpty()) {
      System.out.println();
      System.out.println("What is said beside the rows; without an aim:");
      System.out.println();
      System.out.println("| what | ms | at 1/100, ms |\n|---|--:|--:|");
      counters.forEach(
          line ->
              System.out.printf("| %s | %.1f | %.1f |%n", line.what(), line.ours(), line.limit()));
    }
    lines.stream()
        .filter(line -> line.what().startsWith("list"))
        .max(Comparator.comparingDouble(Comparison::ratio))
        .ifPresent(
            worst ->
                System.out.printf(
                    "%nSlowest growth of a list: %.2f, %s%n", worst.ratio(), worst.what()));
    long missed = lines.stream().filter(line -> !line.reached()).count();
    System.out.printf(
        "%n%s%n",
        missed == 0 ? "All aims that were measured are reached." : missed + " aims are missed.");
  }

  private void add(Comparison line) {
    lines.add(line);
    System.out.println(line.line());
  }

  private boolean wanted(String what) {
    return only.isEmpty() || List.of(only.split(",")).contains(what);
  }

  private static UUID wayfinding(World world) {
    return world.database.read(
        h ->
            h.select("select id from departments where key = 'wayfinding'")
                .mapTo(UUID.class)
                .one());
  }

  private static Caller caller(String role, Set<UUID> departments) {
    return new Caller(new PersonId(Ids.next()), "reader", "Reader", Set.of(role), departments);
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static String setting(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }

  private static void say(String text, Object... values) {
    System.out.printf(text + "%n", values);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
