package cx.slinga.web.shared;

import cx.slinga.rootcause.EvidenceFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file that somebody gave us: handed out to be saved, never to be shown as a page of ours. */
public final class Attachment {
  private Attachment() {}

  /** Answers with the file. */
  public static void send(HttpServletResponse response, EvidenceFile file) throws IOException {
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    response.setContentType(file.mediaType());
    response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + name);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(file.content().length);
    response.getOutputStream().write(file.content());
  }
}
