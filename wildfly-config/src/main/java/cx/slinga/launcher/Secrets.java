package cx.slinga.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Properties;

/**
 * Passwords and client secrets of this data folder: drawn at random when first asked for, kept in a
 * file that only its owner reads.
 */
final class Secrets {
  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  private static final int LENGTH = 32;

  private final Path file;
  private final Properties known = new Properties();
  private final SecureRandom random = new SecureRandom();

  Secrets(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        known.load(reader);
      }
    }
  }

  /** The secret of this name: letters and digits only, the same at each call and each run. */
  synchronized String get(String name) throws IOException {
    String secret = known.getProperty(name);
    if (secret == null) {
      StringBuilder drawn = new StringBuilder(LENGTH);
      for (int i = 0; i < LENGTH; i++) {
        drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      secret = drawn.toString();
      known.setProperty(name, secret);
      save();
    }
    return secret;
  }

  private void save() throws IOException {
    Path draft =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "secrets",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer writer = Files.newBufferedWriter(draft)) {
      known.store(writer, "Drawn at random for this data folder; ./slinga reset draws new ones");
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
