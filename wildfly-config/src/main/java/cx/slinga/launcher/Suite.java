package cx.slinga.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The three servers as one: up together, down in order, and down all when one breaks. {@link #stop}
 * may come from another thread at any time.
 */
final class Suite {
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final Settings settings;
  private final Progress progress;
  private @Nullable Child postgres;
  private @Nullable Child keycloak;
  private @Nullable Child wildfly;
  private volatile boolean stopping;

  Suite(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** Starts everything, returns when one of the servers has ended or {@link #stop} was called. */
  void run() throws IOException, InterruptedException {
    settings.makeDataFolder();
    try (FileChannel channel =
            FileChannel.open(
                Files.createDirectories(settings.data().resolve("run")).resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new LaunchRefused(
            "Slinga runs already with the data in "
                + settings.data()
                + ".\nSee ./slinga status; ./slinga stop ends it.");
      }
      Files.writeString(settings.pidFile("launcher"), Long.toString(ProcessHandle.current().pid()));
      try {
        Files.writeString(settings.addressFile(), settings.applicationUrl());
        start();
        watch();
      } finally {
        stop();
      }
    }
  }

  /** Stops what runs: WildFly first, PostgreSQL last. */
  synchronized void stop() {
    boolean first = !stopping;
    stopping = true;
    if (!first) {
      return;
    }
    stop(wildfly, "WildFly", "TERM", Duration.ofSeconds(30));
    stop(keycloak, "Keycloak", "TERM", Duration.ofSeconds(20));
    stop(postgres, "PostgreSQL", "INT", Duration.ofSeconds(30));
    settings.addressFile().toFile().delete();
    settings.pidFile("launcher").toFile().delete();
  }

  private void stop(@Nullable Child child, String label, String signal, Duration patience) {
    if (child == null) {
      return;
    }
    boolean ran = child.isAlive();
    child.stop(signal, patience);
    if (ran) {
      progress.say(label, "stopped");
    }
  }

  private void start() throws IOException, InterruptedException {
    Secrets secrets = new Secrets(settings.data().resolve("secrets.properties"));
    Files.createDirectories(settings.data().resolve("logs"));
    endLeftOvers();
    requirePorts();
    ExecutorService beside = Executors.newSingleThreadExecutor();
    try {
      Keycloak identity = settings.ownKeycloak() ? new Keycloak(settings, secrets) : null;
      Future<?> identityUp =
          identity == null ? null : beside.submit(callable(() -> startKeycloak(identity)));
      if (settings.ownDatabase()) {
        startPostgres(new PostgreSql(settings, secrets));
      } else {
        progress.say("PostgreSQL", "outside, " + settings.jdbcUrl().replaceAll("\\?.*", ""));
      }
      WildFly server = new WildFly(settings, secrets);
      progress.say("WildFly", "starting");
      wildfly = launch(server::start);
      if (identityUp == null) {
        progress.say("Keycloak", "outside, " + settings.issuer());
      } else {
        identityUp.get();
      }
      await("WildFly", wildfly, server::isReady, server::hasFailed);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LaunchRefused refused) {
        throw refused;
      }
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      beside.shutdownNow();
    }
  }

  private void startPostgres(PostgreSql database) throws IOException, InterruptedException {
    progress.say("PostgreSQL", "starting");
    Child child = launch(database::start);
    postgres = child;
    await("PostgreSQL", child, database::isReady, () -> false);
    try {
      database.prepare();
    } catch (SQLException e) {
      throw new LaunchRefused("PostgreSQL: " + e.getMessage());
    }
  }

  private void startKeycloak(Keycloak identity) throws IOException, InterruptedException {
    if (identity.isNew()) {
      progress.say("Keycloak", "unpacking and building, once");
      identity.build();
    }
    progress.say("Keycloak", "starting");
    Child child = launch(identity::start);
    keycloak = child;
    await("Keycloak", child, identity::isReady, () -> false);
    identity.followHttpPort();
  }

  /** A server is started and known in one step, so that a stop meanwhile does not miss it. */
  private synchronized Child launch(Launch launch) throws IOException, InterruptedException {
    if (stopping) {
      throw new InterruptedException();
    }
    return launch.start();
  }

  private void await(String label, Child child, Check ready, Check failed)
      throws InterruptedException {
    long patience = System.nanoTime() + START.toNanos();
    while (!ready.holds()) {
      if (stopping) {
        throw new InterruptedException();
      }
      if (!child.isAlive()) {
        throw broken(label, child, "ended while starting (exit code " + child.exitValue() + ")");
      }
      if (failed.holds()) {
        throw broken(label, child, "could not start the application");
      }
      if (System.nanoTime() > patience) {
        throw broken(label, child, "was not ready within " + START.toMinutes() + " minutes");
      }
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
    progress.say(label, "ready");
  }

  private void watch() throws InterruptedException {
    Welcome.print(settings, progress);
    while (!stopping) {
      alive("PostgreSQL", postgres);
      alive("Keycloak", keycloak);
      alive("WildFly", wildfly);
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
  }

  private void alive(String label, @Nullable Child child) {
    if (child != null && !child.isAlive() && !stopping) {
      throw broken(label, child, "ended unexpectedly (exit code " + child.exitValue() + ")");
    }
  }

  private static LaunchRefused broken(String label, Child child, String what) {
    return new LaunchRefused(
        label + " " + what + ". The end of " + child.log() + ":\n\n" + child.tail() + "\n");
  }

  private void endLeftOvers() throws IOException {
    for (String name : WildFly.parts()) {
      Child.leftOver(name, settings)
          .ifPresent(
              process -> {
                progress.say(name, "left over from an earlier run, stopping it");
                Child.end(
                    process, name.equals(PostgreSql.NAME) ? "INT" : "TERM", Duration.ofSeconds(30));
              });
    }
  }

  private void requirePorts() {
    if (settings.ownDatabase()) {
      Web.requireFree(Settings.LOOPBACK, settings.databasePort(), "PostgreSQL", "SLINGA_DB_PORT");
    }
    if (settings.ownKeycloak()) {
      Web.requireFree(
          Settings.LOOPBACK, settings.keycloakPort(), "Keycloak", "SLINGA_KEYCLOAK_PORT");
    }
    Web.requireFree(settings.bind(), settings.httpPort(), "the application", "SLINGA_HTTP_PORT");
    Web.requireFree(
        Settings.LOOPBACK,
        settings.managementPort(),
        "WildFly's management",
        "SLINGA_MANAGEMENT_PORT");
  }

  private static Callable<@Nullable Void> callable(Step step) {
    return () -> {
      step.run();
      return null;
    };
  }

  private interface Launch {
    Child start() throws IOException, InterruptedException;
  }

  private interface Check {
    boolean holds() throws InterruptedException;
  }

  private interface Step {
    void run() throws IOException, InterruptedException;
  }
}
