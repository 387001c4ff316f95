package cx.slinga.api.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every call passes before its resource: notes what is attempted, and refuses a parameter that
 * the resource does not know (a mistyped filter must not list everything), a version that it does
 * not check, and a JSON body that is too long.
 */
@Provider
@ApplicationScoped
public class Gate implements ContainerRequestFilter {
  /** Longest JSON body, in bytes. */
  static final long JSON_MAX = 1 << 20;

  /** Longest file with what a form puts around it, in bytes; the import itself counts exactly. */
  static final long FILE_MAX = 201L << 20;

  private static final String IF_MATCH = "If-Match";
  private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();

  @Inject private Call call;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    if (method == null) {
      return;
    }
    note(method, request.getUriInfo());
    refuseUnknownParameters(method, request.getUriInfo());
    refuseUncheckedVersion(method, request.getHeaderString(IF_MATCH));
    MediaType type = request.getMediaType();
    if (type != null && type.getSubtype().endsWith("json")) {
      limit(request);
    } else if (request.getLength() > FILE_MAX) {
      throw tooLarge();
    }
  }

  private void note(Method method, UriInfo uri) {
    Verb verb = method.getAnnotation(Verb.class);
    if (verb == null) {
      String path = uri.getPath().replaceFirst("^/", "");
      int slash = path.indexOf('/');
      call.reads(
          slash < 0 ? path : path.substring(0, slash), slash < 0 ? "" : path.substring(slash + 1));
      return;
    }
    String id = uri.getPathParameters().getFirst(verb.id());
    String named = id == null ? uri.getQueryParameters().getFirst(verb.id()) : id;
    call.changes(verb, named == null ? "" : named);
  }

  /** Who asks for a version to be checked believes that it was. */
  private static void refuseUncheckedVersion(Method method, @Nullable String ifMatch) {
    boolean checked =
        Stream.of(method.getParameters())
            .map(p -> p.getAnnotation(HeaderParam.class))
            .anyMatch(h -> h != null && h.value().equals(IF_MATCH));
    if (ifMatch != null && !checked) {
      throw new BadRequest(IF_MATCH, "version.not-checked");
    }
  }

  private static void refuseUnknownParameters(Method method, UriInfo uri) {
    Set<String> known = KNOWN.computeIfAbsent(method, Gate::parameters);
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    given.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            throw new BadRequest(name, "parameter.unknown", name);
          }
          if (values.size() > 1) {
            throw new BadRequest(name, "parameter.repeated", name);
          }
          refuseNul(name, values.get(0));
        });
    uri.getPathParameters().forEach((name, values) -> refuseNul(name, values.get(0)));
  }

  private static void refuseNul(String name, String value) {
    if (value.indexOf('\0') >= 0) {
      throw new BadRequest(name, "text.nul");
    }
  }

  /** The query parameters that a resource method declares, itself or in its parameter objects. */
  static Set<String> parameters(Method method) {
    return Stream.of(method.getParameters())
        .flatMap(
            p ->
                p.isAnnotationPresent(BeanParam.class)
                    ? Stream.of(p.getType().getDeclaredFields())
                        .map((Field f) -> f.getAnnotation(QueryParam.class))
                    : Stream.of((Parameter) p).map(q -> q.getAnnotation(QueryParam.class)))
        .filter(q -> q != null)
        .map(QueryParam::value)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void limit(ContainerRequestContext request) {
    if (request.getLength() > JSON_MAX) {
      throw tooLarge();
    }
    request.setEntityStream(new Limited(request.getEntityStream()));
  }

  private static ClientErrorException tooLarge() {
    return new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
  }

  /** Counts, because a chunked body does not say how long it is. */
  private static final class Limited extends FilterInputStream {
    private long left = JSON_MAX;

    Limited(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int got = super.read(into, offset, length);
      count(Math.max(got, 0));
      return got;
    }

    private void count(int got) {
      left -= got;
      if (left < 0) {
        throw tooLarge();
      }
    }
  }
}
