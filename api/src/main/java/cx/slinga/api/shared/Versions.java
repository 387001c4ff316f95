package cx.slinga.api.shared;

import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** The version of an object that a caller looked at, from the body or from If-Match. */
public final class Versions {
  private Versions() {}

  /**
   * The version to check against, null when the caller named none.
   *
   * @throws BadRequest when the header is no version, or body and header name different ones
   */
  public static @Nullable Long seen(@Nullable Long inBody, @Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
      return inBody;
    }
    long inHeader;
    try {
      inHeader = Long.parseLong(ifMatch.strip().replaceFirst("^W/", "").replace("\"", ""));
    } catch (NumberFormatException e) {
      throw new BadRequest("If-Match", "version.unreadable");
    }
    if (inBody != null && inBody != inHeader) {
      throw new BadRequest("version", "version.contradiction");
    }
    return inHeader;
  }

  /** The tag that If-Match takes back. */
  public static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }
}
