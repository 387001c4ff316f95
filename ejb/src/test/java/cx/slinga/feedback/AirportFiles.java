package cx.slinga.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The demo's real survey files, for tests. */
public final class AirportFiles {
  private AirportFiles() {}

  public static InputStream open(String name) {
    return Objects.requireNonNull(
        AirportFiles.class.getResourceAsStream("/cx/slinga/demo/" + name), name);
  }

  public static String text(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static SurveyMapping mapping(String survey) {
    return SurveyMappingReader.read(text(survey + ".mapping.json"));
  }
}
