package cx.slinga.web.calendars;

import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.ClosedDay;
import cx.slinga.cases.CaseQueries;
import cx.slinga.clocks.ServiceLevelQueries;
import cx.slinga.clocks.ServiceLevelVersion;
import cx.slinga.clocks.Severity;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.servicelevel.ServiceLevelService;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Messages;
import cx.slinga.web.cases.CaseWords;
import cx.slinga.web.shared.Languages;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is promised and when work is done, to read and to change; the coming year's holidays. */
@Named
@ViewScoped
public class CalendarsView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ServiceLevelQueries queries;
  @Inject private ServiceLevelService service;
  @Inject private CurrentUser currentUser;
  @Inject private CaseWords caseWords;
  @Inject private Clock clock;

  private @Nullable PolicyForm form;
  private transient @Nullable List<ServiceLevelVersion> versions;

  /** Fills the form with what is promised today. */
  public void load() {
    versions = null;
    form = new PolicyForm(getVersions().get(0));
  }

  /** Makes the next version. */
  public String save() {
    service.change(getForm().command(caseWords::calendar));
    return "/calendars/view.xhtml?faces-redirect=true";
  }

  /** Refuses hours of a day that cannot be, at their field. */
  public void checkHours(FacesContext context, UIComponent field, @Nullable Object typed) {
    if (typed == null) {
      return;
    }
    try {
      PolicyForm.blocks(CalendarKey.SWEDEN, 1, typed.toString());
    } catch (BusinessException refusal) {
      String why = Messages.text(locale(), refusal);
      throw new ValidatorException(
          new FacesMessage(FacesMessage.SEVERITY_ERROR, why, why), refusal);
    }
  }

  /** What is said about a promise that is no number, or too large. */
  public String getAmountRefused() {
    return Messages.text(
        locale(), "service-levels.amount", List.of(ServiceLevelService.AMOUNT_MAX));
  }

  /** The largest promise. */
  public int getAmountMax() {
    return ServiceLevelService.AMOUNT_MAX;
  }

  /** Every version, today's first. */
  public List<ServiceLevelVersion> getVersions() {
    List<ServiceLevelVersion> read = versions;
    if (read == null) {
      read = queries.versions();
      versions = read;
    }
    return read;
  }

  public PolicyForm getForm() {
    return Objects.requireNonNull(form);
  }

  /** How seriously a case can be taken. */
  public Severity[] getSeverities() {
    return Severity.values();
  }

  /** In what a promise is counted. */
  public AllowanceUnit[] getUnits() {
    return AllowanceUnit.values();
  }

  /** The calendars that have holidays. */
  public List<CalendarKey> getCalendars() {
    return List.of(CalendarKey.SWEDEN, CalendarKey.DENMARK, CalendarKey.NORWAY);
  }

  /** The holidays of a year from today that close a working day. */
  public List<ClosedDay> holidays(CalendarKey calendar) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CaseQueries.ZONE);
    return queries.holidays(calendar, today, today.plusYears(1));
  }

  /** Name of a holiday in the reader's language. */
  public String name(ClosedDay day) {
    return Messages.text(locale(), day.messageKey(), List.of());
  }

  /** Monday, in the reader's language. */
  public String weekday(int day) {
    return DayOfWeek.of(day).getDisplayName(TextStyle.FULL_STANDALONE, Languages.formats(locale()));
  }

  /** Whether the reader may change it; the service protects. */
  public boolean isEditor() {
    return currentUser.get().is(Roles.ADMINISTRATOR);
  }

  private static Locale locale() {
    return Objects.requireNonNull(FacesContext.getCurrentInstance()).getViewRoot().getLocale();
  }
}
