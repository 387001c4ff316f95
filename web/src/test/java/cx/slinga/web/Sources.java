package cx.slinga.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The module's own files, as they are written. */
final class Sources {
  static final Path WEBAPP = Path.of("src/main/webapp");
  static final Path RESOURCES = Path.of("src/main/resources");
  static final Path JAVA = Path.of("src/main/java");

  private Sources() {}

  static List<Path> find(Path root, String suffix) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
