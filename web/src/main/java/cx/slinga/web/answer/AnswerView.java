package cx.slinga.web.answer;

import cx.slinga.audit.Origin;
import cx.slinga.resurvey.Resurvey;
import cx.slinga.resurvey.ResurveyService;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.primefaces.context.PrimeFacesContext;

/**
 * One question to a customer after the case was closed. Nothing is kept between two requests, so
 * that a stranger leaves no session behind; the token is sent with the answer.
 */
@Named
@RequestScoped
public class AnswerView {
  private static final int TOO_MANY_REQUESTS = 429;

  /** What the page shows. */
  public enum Shown {
    QUESTION,
    THANKS,
    /** The token opens nothing, any more or ever. */
    GONE,
    /** Too many wrong tokens came from this address. */
    SLOWER
  }

  @Inject private ResurveyService service;
  @Inject private TokenGate gate;
  @Inject private Origin origin;
  @Inject private HttpServletRequest request;

  private String token = "";
  private @Nullable Integer score;
  private @Nullable String words;
  private Shown shown = Shown.QUESTION;
  private @Nullable Resurvey asked;

  /** The token comes with every request, in the address or with the form. */
  @PostConstruct
  void arrive() {
    String sent = request.getParameter("token");
    token = sent == null ? "" : sent.strip();
  }

  /** Looks whether the token opens a question. */
  public void load() {
    if (!gate.lets(request.getRemoteAddr())) {
      shown = Shown.SLOWER;
      status(TOO_MANY_REQUESTS);
      return;
    }
    try {
      asked = service.question(token);
    } catch (NotFoundException gone) {
      // a customer is told in their own words, not by the error page of the staff
      gone();
    }
  }

  private void gone() {
    gate.wrong(request.getRemoteAddr());
    shown = Shown.GONE;
    status(HttpServletResponse.SC_NOT_FOUND);
  }

  private static void status(int code) {
    FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(code);
  }

  /** Keeps the answer. */
  public void send() {
    load();
    Integer chosen = score;
    if (asked == null || chosen == null) {
      return;
    }
    origin.is("answer");
    try {
      service.answer(token, chosen, words);
      shown = Shown.THANKS;
    } catch (NotFoundException gone) {
      gone(); // answered in another window meanwhile
    }
  }

  /** What the content policy lets the page's own scripts by; sent back with the form. */
  public String getNonce() {
    return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
  }

  public Shown getShown() {
    return shown;
  }

  /** 0 to 10. */
  public List<Integer> getScores() {
    return IntStream.rangeClosed(0, 10).boxed().toList();
  }

  public String getToken() {
    return token;
  }

  public @Nullable Integer getScore() {
    return score;
  }

  public void setScore(@Nullable Integer score) {
    this.score = score;
  }

  public @Nullable String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words;
  }
}
