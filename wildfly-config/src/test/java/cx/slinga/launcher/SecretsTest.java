package cx.slinga.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder;

  @Test
  void secretStaysTheSameAcrossRuns() throws IOException {
    Path file = folder.resolve("secrets.properties");
    String first = new Secrets(file).get("database.owner");
    assertEquals(first, new Secrets(file).get("database.owner"));
  }

  @Test
  void eachNameHasItsOwnSecretOfLettersAndDigits() throws IOException {
    Secrets secrets = new Secrets(folder.resolve("secrets.properties"));
    assertNotEquals(secrets.get("database.owner"), secrets.get("database.application"));
    assertTrue(secrets.get("database.owner").matches("[A-Za-z0-9]{32}"));
  }

  @Test
  void onlyTheOwnerReadsTheFile() throws IOException {
    Path file = folder.resolve("secrets.properties");
    new Secrets(file).get("keycloak.admin");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }
}
