package cx.slinga.web.templates;

import cx.slinga.letters.SaveTemplate;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A template, as it is typed. */
public class TemplateForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name = "";
  private String language = "en";
  private String subject = "";
  private String body = "";

  TemplateForm() {}

  TemplateForm(String name, String language, String subject, String body) {
    this.name = name;
    this.language = language;
    this.subject = subject;
    this.body = body;
  }

  SaveTemplate command() {
    return new SaveTemplate(name, language, subject, body);
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
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
