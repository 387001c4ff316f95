package cx.slinga.web.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses of screens, with what they show as parameters. */
public final class Addresses {
  private Addresses() {}

  /**
   * The address.
   *
   * @param place context path and path, encoded
   * @param parameters in their order, as they are; encoded here
   */
  public static String of(String place, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? place : place + "?" + query;
  }
}
