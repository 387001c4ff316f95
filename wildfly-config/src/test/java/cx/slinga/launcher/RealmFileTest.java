package cx.slinga.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What must never slip into the realm file. */
class RealmFileTest {
  private final String realm = read();

  @Test
  void noClientSecretIsWrittenDown() {
    List<String> secrets = values("\"secret\": \"([^\"]*)\"");
    assertEquals(
        List.of("${SLINGA_OIDC_CLIENT_SECRET}", "${SLINGA_DIRECTORY_CLIENT_SECRET}"), secrets);
  }

  @Test
  void browsersAreSentBackToThisMachineOnly() {
    List<String> lines = values("\"redirectUris\": \\[([^\\]]*)\\]");
    assertEquals(
        List.of(
            "\"http://127.0.0.1:${SLINGA_HTTP_PORT}/*\","
                + " \"http://localhost:${SLINGA_HTTP_PORT}/*\""),
        lines);
  }

  @Test
  void loginWithPasswordOverTheWireIsForTheCommandLineClientAlone() {
    assertEquals(
        List.of("false", "false", "true"), values("\"directAccessGrantsEnabled\": (\\w+)"));
    assertFalse(realm.contains("\"implicitFlowEnabled\": true"));
  }

  private List<String> values(String pattern) {
    return Pattern.compile(pattern)
        .matcher(realm)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static String read() {
    try {
      return Files.readString(Path.of("src/main/keycloak/slinga-realm.json"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
