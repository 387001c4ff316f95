package cx.slinga.api.shared;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;

/**
 * A verb that needs no more than its address may be called without a body: it is taken as an empty
 * object, so that one which does need more is told what is missing.
 */
@Provider
@PreMatching
public class BodyForBodiless implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getMethod().equals(HttpMethod.POST)
        && request.getMediaType() == null
        && request.getLength() <= 0
        && request.getHeaderString("Transfer-Encoding") == null) {
      request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
      request.setEntityStream(new ByteArrayInputStream(new byte[] {'{', '}'}));
    }
  }
}
