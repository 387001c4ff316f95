package cx.slinga.web.cases;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A letter to the customer, as it is typed. */
public class LetterForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String template = "";
  private String to;
  private String language;
  private String subject = "";
  private String body = "";

  LetterForm(String to, String language) {
    this.to = to;
    this.language = language;
  }

  void say(String newSubject, String newBody) {
    subject = newSubject;
    body = newBody;
  }

  public String getTemplate() {
    return template;
  }

  public void setTemplate(@Nullable String template) {
    this.template = template == null ? "" : template;
  }

  public String getTo() {
    return to;
  }

  public void setTo(@Nullable String to) {
    this.to = to == null ? "" : to;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(@Nullable String language) {
    this.language = language == null ? "" : language;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(@Nullable String subject) {
    this.subject = subject == null ? "" : subject;
  }

  public String getBody() {
    return body;
  }

  public void setBody(@Nullable String body) {
    this.body = body == null ? "" : body;
  }
}
