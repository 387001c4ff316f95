package cx.slinga.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path checkout;

  @BeforeEach
  void built() throws IOException {
    Path target = Files.createDirectories(checkout.resolve("wildfly-config/target"));
    Files.writeString(target.resolve("launcher.properties"), "postgres.version=18.6.0\n");
  }

  @Test
  void withoutAnyWishEverythingIsOursOnTheLoopbackAddress() throws IOException {
    Settings settings = Settings.from(Map.of(), checkout);
    assertTrue(settings.ownDatabase());
    assertTrue(settings.ownKeycloak());
    assertEquals("http://127.0.0.1:8080", settings.applicationUrl());
    assertEquals("http://127.0.0.1:8180/realms/slinga", settings.issuer());
    assertEquals("jdbc:postgresql://127.0.0.1:5433/slinga", settings.jdbcUrl());
    assertEquals(checkout.resolve(".slinga"), settings.data());
  }

  @Test
  void demoRealmIsNotOpenedToTheNetwork() {
    LaunchRefused refused =
        assertThrows(
            LaunchRefused.class, () -> Settings.from(Map.of("SLINGA_BIND", "0.0.0.0"), checkout));
    assertTrue(refused.getMessage().contains("SLINGA_OIDC_URL"), refused.getMessage());
  }

  @Test
  void ownIdentityProviderMayServeTheNetwork() throws IOException {
    Settings settings =
        Settings.from(
            Map.of("SLINGA_BIND", "0.0.0.0", "SLINGA_OIDC_URL", "https://id.example/realms/cx"),
            checkout);
    assertFalse(settings.ownKeycloak());
    assertEquals("https://id.example/realms/cx", settings.issuer());
  }

  @Test
  void outsideDatabaseIsUsedAsGiven() throws IOException {
    Settings settings =
        Settings.from(Map.of("SLINGA_DB_URL", "jdbc:postgresql://db.example/cx"), checkout);
    assertFalse(settings.ownDatabase());
    assertEquals("jdbc:postgresql://db.example/cx", settings.jdbcUrl());
  }

  @Test
  void whatIsNoPortIsRefusedByName() {
    for (String wrong : new String[] {"0", "65536", "http", "-1"}) {
      LaunchRefused refused =
          assertThrows(
              LaunchRefused.class, () -> Settings.from(Map.of("SLINGA_DB_PORT", wrong), checkout));
      assertTrue(refused.getMessage().startsWith("SLINGA_DB_PORT=" + wrong));
    }
  }

  @Test
  void dataFolderIsForItsUserAlone() throws IOException {
    Settings settings = Settings.from(Map.of("SLINGA_DATA", "deep/data"), checkout);
    settings.makeDataFolder();
    assertEquals(
        "[OWNER_EXECUTE, OWNER_READ, OWNER_WRITE]",
        new java.util.TreeSet<>(
                Files.getPosixFilePermissions(settings.data()).stream().map(Enum::name).toList())
            .toString());
  }
}
