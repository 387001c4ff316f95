package cx.slinga.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server process of ours: its log, its pid file, its end. */
final class Child {
  private static final int TAIL_LINES = 40;
  private static final int TAIL_BYTES = 131_072;

  private final String name;
  private final Path log;
  private final Path pidFile;
  private final Process process;

  private Child(String name, Path log, Path pidFile, Process process) {
    this.name = name;
    this.log = log;
    this.pidFile = pidFile;
    this.process = process;
  }

  /**
   * Starts the command in a session of its own, with its output in its log file; the log of the run
   * before stays beside it as {@code .1}.
   */
  static Child start(
      String name, Settings settings, List<String> command, Map<String, String> environment)
      throws IOException {
    Path log = settings.log(name);
    Files.createDirectories(log.toAbsolutePath().getParent());
    if (Files.exists(log)) {
      Files.move(log, log.resolveSibling(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> inOwnSession = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      inOwnSession.add("/usr/bin/setsid");
    }
    inOwnSession.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(inOwnSession)
            .directory(settings.data().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    Path pidFile = settings.pidFile(name);
    Files.writeString(pidFile, Long.toString(process.pid()));
    return new Child(name, log, pidFile, process);
  }

  /**
   * The process that an earlier, killed launcher left behind, if it still runs. A process that got
   * the same number since then is not it: ours names the data folder on its command line.
   */
  static Optional<ProcessHandle> leftOver(String name, Settings settings) throws IOException {
    Path pidFile = settings.pidFile(name);
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    return running(Files.readString(pidFile).strip(), settings.data());
  }

  /** The process of this number, if it runs and its command line names the folder. */
  static Optional<ProcessHandle> running(String pid, Path folder) {
    if (!pid.matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(ProcessHandle::isAlive)
        .filter(handle -> handle.info().commandLine().orElse("").contains(folder.toString()));
  }

  String name() {
    return name;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitValue() {
    return process.exitValue();
  }

  long pid() {
    return process.pid();
  }

  /** Asks the process to end by the signal, and kills it when it has not within the time. */
  void stop(String signal, Duration patience) {
    if (process.isAlive()) {
      end(process.toHandle(), signal, patience);
    }
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      // a stale pid file is recognised at the next start
    }
  }

  /** Ends a process by the signal, and kills it when it has not ended within the time. */
  static void end(ProcessHandle process, String signal, Duration patience) {
    try {
      // "kill" of the shell: Java knows SIGTERM and SIGKILL only, PostgreSQL wants SIGINT
      new ProcessBuilder("bash", "-c", "kill -" + signal + " " + process.pid())
          .redirectErrorStream(true)
          .start()
          .waitFor();
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (IOException | java.util.concurrent.ExecutionException e) {
      process.destroyForcibly();
    }
  }

  /** The last lines of the log, without the frames of stack traces. */
  String tail() {
    try (var file = Files.newByteChannel(log)) {
      file.position(Math.max(0, file.size() - TAIL_BYTES));
      var bytes = java.nio.ByteBuffer.allocate(TAIL_BYTES);
      while (bytes.hasRemaining() && file.read(bytes) >= 0) {
        // until the end of the file
      }
      List<String> lines =
          new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t... "))
              .toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(no log at " + log + ")";
    }
  }

  /** Where the whole log is. */
  Path log() {
    return log;
  }
}
