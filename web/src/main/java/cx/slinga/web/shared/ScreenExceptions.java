package cx.slinga.web.shared;

import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Messages;
import cx.slinga.shared.NotFoundException;
import jakarta.ejb.EJBAccessException;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.text.MessageFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one place where what was thrown becomes words, so that no screen catches anything. A refusal
 * is a message on the page, beside its field where it names one, and keeps what was typed. What one
 * may not see answers like what is not there. An old page is loaded anew. All else gets an incident
 * number, which stands in the log with the whole story and on the screen without it.
 */
public class ScreenExceptions extends ExceptionHandlerWrapper {
  private static final Logger LOG = System.getLogger(ScreenExceptions.class.getName());

  public ScreenExceptions(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() throws FacesException {
    FacesContext context = FacesContext.getCurrentInstance();
    Iterator<ExceptionQueuedEvent> thrown = getUnhandledExceptionQueuedEvents().iterator();
    while (thrown.hasNext()) {
      Throwable cause = thrown.next().getContext().getException();
      thrown.remove();
      if (context != null && !context.getResponseComplete()) {
        answer(context, cause);
      }
    }
    getWrapped().handle();
  }

  private static void answer(FacesContext context, Throwable thrown) {
    try {
      BusinessException refusal = find(BusinessException.class, thrown);
      boolean firstLook = !context.isPostback() || isRendering(context);
      if (refusal instanceof NotFoundException && firstLook) {
        fail(context, 404, null);
      } else if (refusal != null && !isRendering(context)) {
        say(context, refusal);
      } else if (find(EJBAccessException.class, thrown) != null) {
        if (firstLook) {
          fail(context, 403, null);
        } else {
          say(context, null, Messages.text(locale(context), "not-allowed", List.of()));
        }
      } else if (find(ViewExpiredException.class, thrown) != null) {
        loadAnew(context);
      } else {
        incident(context, thrown);
      }
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }

  private static void say(FacesContext context, BusinessException refusal) {
    if (isSaidBeside(context, refusal)) {
      return;
    }
    UIComponent field = field(context, refusal.field());
    if (field != null) {
      refuse(context, field);
    }
    say(
        context,
        field == null ? null : field.getClientId(context),
        Messages.text(locale(context), refusal));
  }

  /**
   * What was typed stays in the field. It has reached the bean already, but an invalid input that
   * holds no submitted value is drawn empty where empty texts are taken as null.
   */
  private static void refuse(FacesContext context, UIComponent field) {
    if (field instanceof EditableValueHolder input) {
      Map<String, String> sent = context.getExternalContext().getRequestParameterMap();
      String id = field.getClientId(context);
      String typed = sent.containsKey(id) ? sent.get(id) : sent.get(id + "_input");
      Object value = input.getValue();
      input.setValid(false);
      if (typed != null) {
        input.setSubmittedValue(typed);
      } else {
        input.setValue(value);
      }
    }
  }

  /** In a row of a list only the button that was pressed tells which row is meant. */
  private static boolean isSaidBeside(FacesContext context, BusinessException refusal) {
    String pressed =
        context.getExternalContext().getRequestParameterMap().get("jakarta.faces.source");
    if (refusal.field() == null || pressed == null || pressed.lastIndexOf(':') < 0) {
      return false;
    }
    String beside = pressed.substring(0, pressed.lastIndexOf(':') + 1) + refusal.field();
    return context
        .getViewRoot()
        .invokeOnComponent(
            context,
            beside,
            (same, field) -> {
              refuse(same, field);
              say(same, beside, Messages.text(locale(same), refusal));
            });
  }

  private static void say(FacesContext context, @Nullable String clientId, String text) {
    context.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    context.validationFailed();
    context.renderResponse();
  }

  /** The page is from another session: load it again where the reader stands, and say so. */
  private static void loadAnew(FacesContext context) throws IOException {
    ExternalContext external = context.getExternalContext();
    Notice.leave(external.getSessionMap(), text(context, "session.renewed"));
    external.redirect(whereTheReaderStands((HttpServletRequest) external.getRequest()));
    context.responseComplete();
  }

  /** The address with its parameters; the form's own address has lost them. */
  private static String whereTheReaderStands(HttpServletRequest request) {
    String referrer = request.getHeader("Referer");
    URI here = URI.create(request.getRequestURL().toString());
    if (referrer != null) {
      URI page = URI.create(referrer);
      boolean ours = here.getAuthority().equals(page.getAuthority());
      if (ours && here.getPath().equals(page.getPath())) {
        return page.getRawQuery() == null
            ? page.getRawPath()
            : page.getRawPath() + "?" + page.getRawQuery();
      }
    }
    return here.getRawPath();
  }

  private static void incident(FacesContext context, Throwable thrown) throws IOException {
    String number = Incident.number();
    UIViewRoot view = context.getViewRoot();
    LOG.log(
        Level.ERROR,
        "incident %s in %s at %s"
            .formatted(number, view == null ? "-" : view.getViewId(), context.getCurrentPhaseId()),
        thrown);
    if (context.isPostback() && view != null && !isRendering(context)) {
      // what was typed stays on the page
      say(context, null, MessageFormat.format(text(context, "incident.kept"), number));
    } else {
      fail(context, 500, number);
    }
  }

  private static void fail(FacesContext context, int status, @Nullable String incident)
      throws IOException {
    ExternalContext external = context.getExternalContext();
    if (!external.isResponseCommitted()) {
      external.responseReset();
      if (incident != null) {
        external.getRequestMap().put(Incident.ATTRIBUTE, incident);
        external.addResponseHeader(Incident.HEADER, incident);
      }
      if (context.getPartialViewContext().isAjaxRequest()) {
        external.setResponseStatus(status); // the page stays; slinga.js says what happened
      } else {
        external.responseSendError(status, null);
      }
    }
    context.responseComplete();
  }

  private static boolean isRendering(FacesContext context) {
    return PhaseId.RENDER_RESPONSE.equals(context.getCurrentPhaseId());
  }

  private static Locale locale(FacesContext context) {
    UIViewRoot view = context.getViewRoot();
    return view == null
        ? context.getApplication().getViewHandler().calculateLocale(context)
        : view.getLocale();
  }

  private static String text(FacesContext context, String key) {
    return Words.texts(locale(context)).getString(key);
  }

  /** A page of several forms may have the same input in more than one: the one sent is meant. */
  private static @Nullable UIComponent field(FacesContext context, @Nullable String id) {
    UIComponent found = field(sentForm(context.getViewRoot()), id);
    return found != null ? found : field(context.getViewRoot(), id);
  }

  private static @Nullable UIComponent sentForm(@Nullable UIComponent root) {
    if (root == null || root instanceof UIForm form && form.isSubmitted()) {
      return root;
    }
    Iterator<UIComponent> children = root.getFacetsAndChildren();
    while (children.hasNext()) {
      UIComponent found = sentForm(children.next());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable UIComponent field(@Nullable UIComponent root, @Nullable String id) {
    if (root == null || id == null) {
      return null;
    }
    if (id.equals(root.getId())) {
      return root;
    }
    Iterator<UIComponent> children = root.getFacetsAndChildren();
    while (children.hasNext()) {
      UIComponent found = field(children.next(), id);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }
}
