package cx.slinga.api.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Brings everything thrown to {@link Problems}. The server has mappers of its own for some types,
 * which would win over one for all: those types are named here.
 */
public final class Mappers {
  private Mappers() {}

  @Provider
  @ApplicationScoped
  public static class Anything implements ExceptionMapper<Throwable> {
    @Inject private Problems problems;

    @Override
    public Response toResponse(Throwable thrown) {
      return problems.answer(thrown);
    }
  }

  @Provider
  @ApplicationScoped
  public static class Json implements ExceptionMapper<JsonProcessingException> {
    @Inject private Problems problems;

    @Override
    public Response toResponse(JsonProcessingException thrown) {
      return problems.answer(thrown);
    }
  }

  @Provider
  @ApplicationScoped
  public static class UnknownProperty implements ExceptionMapper<UnrecognizedPropertyException> {
    @Inject private Problems problems;

    @Override
    public Response toResponse(UnrecognizedPropertyException thrown) {
      return problems.answer(thrown);
    }
  }

  @Provider
  @ApplicationScoped
  public static class Violations implements ExceptionMapper<ConstraintViolationException> {
    @Inject private Problems problems;

    @Override
    public Response toResponse(ConstraintViolationException thrown) {
      return problems.answer(thrown);
    }
  }
}
