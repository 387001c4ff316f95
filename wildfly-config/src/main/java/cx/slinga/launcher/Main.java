package cx.slinga.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** {@code run}, {@code stop}, {@code status} and {@code reset}, as {@code ./slinga} calls them. */
public final class Main {
  private static final Duration STOP = Duration.ofSeconds(90);

  private Main() {}

  /**
   * Carries one command out.
   *
   * @param arguments the command; {@code slinga.checkout} says where the source tree is
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int exitCode;
    try {
      Path checkout = Path.of(System.getProperty("slinga.checkout", ".")).toRealPath();
      Settings settings = Settings.from(System.getenv(), checkout);
      exitCode =
          switch (arguments.length == 0 ? "" : arguments[0]) {
            case "run" -> run(settings);
            case "stop" -> stop(settings);
            case "status" -> status(settings);
            case "reset" -> reset(settings);
            default -> throw new LaunchRefused("Use ./slinga run, stop, status or reset.");
          };
    } catch (LaunchRefused e) {
      System.err.println();
      System.err.println(e.getMessage());
      exitCode = 1;
    }
    System.exit(exitCode);
  }

  private static int run(Settings settings) throws IOException {
    Suite suite = new Suite(settings, new Progress());
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  suite.stop();
                  main.interrupt();
                },
                "stop"));
    try {
      suite.run();
    } catch (InterruptedException e) {
      // asked to stop: nothing went wrong
    }
    return 0;
  }

  private static int stop(Settings settings) throws IOException {
    Optional<ProcessHandle> launcher = launcher(settings);
    launcher.ifPresent(process -> Child.end(process, "TERM", STOP));
    boolean found = launcher.isPresent();
    for (String name : WildFly.parts()) { // a launcher that was killed leaves these
      Optional<ProcessHandle> orphan = Child.leftOver(name, settings);
      orphan.ifPresent(
          process ->
              Child.end(
                  process, name.equals(PostgreSql.NAME) ? "INT" : "TERM", Duration.ofSeconds(30)));
      found |= orphan.isPresent();
    }
    System.out.println(found ? "Slinga is stopped." : "Slinga does not run.");
    return 0;
  }

  private static int status(Settings settings) throws IOException, InterruptedException {
    boolean running = launcher(settings).isPresent() && Files.exists(settings.addressFile());
    String address = running ? Files.readString(settings.addressFile()) : settings.applicationUrl();
    boolean ready = running && WildFly.isReady(address);
    System.out.println(
        ready
            ? "Slinga is ready: " + address
            : running
                ? "Slinga is starting, or not well; see ./slinga logs"
                : "Slinga does not run.");
    for (String name : WildFly.parts()) {
      Child.leftOver(name, settings)
          .ifPresent(process -> System.out.printf("  %-9s runs as %d%n", name, process.pid()));
    }
    return ready ? 0 : running ? 2 : 3;
  }

  private static int reset(Settings settings) throws IOException {
    if (launcher(settings).isPresent()) {
      throw new LaunchRefused("Slinga runs; ./slinga stop comes first.");
    }
    for (String name : WildFly.parts()) {
      if (Child.leftOver(name, settings).isPresent()) {
        throw new LaunchRefused(name + " still runs; ./slinga stop comes first.");
      }
      Folders.delete(settings.data().resolve(name));
    }
    Folders.delete(settings.data().resolve("logs"));
    Folders.delete(settings.data().resolve("run"));
    Files.deleteIfExists(settings.data().resolve("secrets.properties"));
    System.out.println("All data in " + settings.data() + " is gone.");
    return 0;
  }

  /** The launcher names the checkout on its command line. */
  private static Optional<ProcessHandle> launcher(Settings settings) throws IOException {
    Path pidFile = settings.pidFile("launcher");
    return Files.exists(pidFile)
        ? Child.running(Files.readString(pidFile).strip(), settings.checkout())
        : Optional.empty();
  }
}
