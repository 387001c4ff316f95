package cx.slinga.web.cases;

import cx.slinga.cases.CaseCustomer;
import cx.slinga.cases.ChangeCustomer;
import cx.slinga.organisation.ChurnState;
import cx.slinga.organisation.CustomerValue;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What is known of a customer, as it is typed. */
public class CustomerForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private long version;
  private @Nullable String name;
  private @Nullable String email;
  private @Nullable String phone;
  private @Nullable String segment;
  private @Nullable String language;
  private @Nullable CustomerValue value;
  private boolean consent;
  private @Nullable ChurnState churnState;

  CustomerForm(CaseCustomer known) {
    version = known.version();
    name = known.name();
    email = known.email();
    phone = known.phone();
    segment = known.segment();
    language = known.language();
    value = known.value();
    consent = known.consent();
    churnState = known.churnState();
  }

  ChangeCustomer command(String number) {
    return new ChangeCustomer(
        number, version, name, email, phone, segment, language, value, consent, churnState);
  }

  /** From here on the reader knows that somebody else changed it. */
  void saw(long now) {
    version = now;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email;
  }

  public @Nullable String getPhone() {
    return phone;
  }

  public void setPhone(@Nullable String phone) {
    this.phone = phone;
  }

  public @Nullable String getSegment() {
    return segment;
  }

  public void setSegment(@Nullable String segment) {
    this.segment = segment;
  }

  public @Nullable String getLanguage() {
    return language;
  }

  public void setLanguage(@Nullable String language) {
    this.language = language;
  }

  public @Nullable CustomerValue getValue() {
    return value;
  }

  public void setValue(@Nullable CustomerValue value) {
    this.value = value;
  }

  public boolean isConsent() {
    return consent;
  }

  public void setConsent(boolean consent) {
    this.consent = consent;
  }

  public @Nullable ChurnState getChurnState() {
    return churnState;
  }

  public void setChurnState(@Nullable ChurnState churnState) {
    this.churnState = churnState;
  }
}
