package cx.slinga.api.shared;

import cx.slinga.audit.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;

/**
 * What is noted of every call before it is known what it wants: where it came in and in which
 * language to answer. A verb that needs no more than its address may come without a body: it is
 * taken as an empty object, so that one which does need more is told what is missing.
 */
@Provider
@PreMatching
@ApplicationScoped
public class Arrival implements ContainerRequestFilter {
  @Inject private Origin origin;
  @Inject private Call call;

  @Override
  public void filter(ContainerRequestContext request) {
    origin.is("api");
    call.speaks(Languages.first(request.getAcceptableLanguages()));
    if (request.getMethod().equals(HttpMethod.POST) && isBodiless(request)) {
      request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
      request.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, "2");
      request.setEntityStream(new ByteArrayInputStream(new byte[] {'{', '}'}));
    }
  }

  private static boolean isBodiless(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    return (type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
        && request.getLength() <= 0
        && request.getHeaderString("Transfer-Encoding") == null;
  }
}
