package cx.slinga.web.shared;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link ScreenExceptions} before the server's own handler. */
public class ScreenExceptionsFactory extends ExceptionHandlerFactory {
  public ScreenExceptionsFactory(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new ScreenExceptions(getWrapped().getExceptionHandler());
  }
}
