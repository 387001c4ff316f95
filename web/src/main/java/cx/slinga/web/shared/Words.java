package cx.slinga.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Dates, durations, figures and clocks in the reader's language, for use in screens as {@code
 * #{words.date(x)}}. Null becomes a dash, never "null" and never a zero. Instants are told in the
 * time zone of the house.
 */
@Named
@RequestScoped
public class Words {
  /** Until people have a time zone of their own. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private static final String NOTHING = "–";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Clock clock;
  private final Supplier<Locale> language;

  /** Words in the language of the current view. */
  @Inject
  public Words(Clock clock) {
    this(clock, () -> FacesContext.getCurrentInstance().getViewRoot().getLocale());
  }

  Words(Clock clock, Supplier<Locale> language) {
    this.clock = clock;
    this.language = language;
  }

  /** For the proxy only. */
  protected Words() {
    this(Clock.systemUTC());
  }

  /** A shared text by key, with its placeholders filled. */
  public String shared(String key, Object... args) {
    return fill(texts().getString(key), args);
  }

  /** A text with its placeholders filled, numbers in the reader's way. */
  public String fill(String pattern, Object... args) {
    return new MessageFormat(pattern, formats()).format(args);
  }

  /** The shared texts of one language. */
  static ResourceBundle texts(Locale language) {
    return ResourceBundle.getBundle(
        "cx.slinga.web.shared.Text", language, Words.class.getClassLoader(), NO_FALLBACK);
  }

  /** 2,650 or 31.0: with separators and as given. */
  public String number(@Nullable Number value) {
    return value == null ? NOTHING : NumberFormat.getInstance(formats()).format(value);
  }

  /** With exactly so many decimals. */
  public String number(@Nullable Number value, int decimals) {
    return value == null ? NOTHING : decimal(value, decimals);
  }

  /** A score from -100 to 100, with one decimal and a true minus. */
  public String score(@Nullable Number value) {
    return value == null ? NOTHING : minus(value, 1);
  }

  /** A difference with its sign: +2.1, −4.5, 0.0. */
  public String signed(@Nullable Number value, int decimals) {
    if (value == null) {
      return NOTHING;
    }
    String size = decimal(Math.abs(value.doubleValue()), decimals);
    if (size.equals(decimal(0, decimals))) {
      return size;
    }
    return (value.doubleValue() < 0 ? "−" : "+") + size;
  }

  /** 0.136 → 13.6 %. */
  public String percent(@Nullable Number share, int decimals) {
    return share == null ? NOTHING : decimal(share.doubleValue() * 100, decimals) + "\u00a0%";
  }

  /**
   * From–to, as an interval or a span of figures: 28.2–33.8; 28.2 to 33.8 where one is negative.
   */
  public String range(@Nullable Number low, @Nullable Number high, int decimals) {
    if (low == null || high == null) {
      return NOTHING;
    }
    String pattern = low.doubleValue() < 0 ? texts().getString("range.signed") : "{0}–{1}";
    return MessageFormat.format(pattern, minus(low, decimals), minus(high, decimals));
  }

  /** Fri 8 June; with the year when it is not this one. */
  public String date(@Nullable Temporal when) {
    return format(when, "date", "date.year");
  }

  /** Friday 8 June 2018. */
  public String fullDate(@Nullable Temporal when) {
    return format(when, "date.full", "date.full");
  }

  /** Fri 8 June 14:37, or today 14:37; with the year when it is not this one. */
  public String dateTime(@Nullable Temporal when) {
    if (when == null) {
      return NOTHING;
    }
    if (zoned(when).toLocalDate().equals(today())) {
      return shared("date.today", time(when));
    }
    return format(when, "date.time", "date.year.time");
  }

  /** 14:37. */
  public String time(@Nullable Temporal when) {
    return format(when, "time", "time");
  }

  /** As part of an address; null becomes nothing. */
  public String encode(@Nullable String value) {
    return value == null ? "" : URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** For the {@code datetime} attribute of {@code time}. */
  public String iso(@Nullable Temporal when) {
    return when == null ? "" : when.toString();
  }

  /** 11 d, 4 d 4 h, 1 h 36 min, 12 min: two units at most, the second only where it matters. */
  public String duration(@Nullable Duration span) {
    if (span == null) {
      return NOTHING;
    }
    Duration size = span.abs();
    long days = size.toDays();
    int hours = size.toHoursPart();
    int minutes = size.toMinutesPart();
    if (days >= 10 || (days > 0 && hours == 0)) {
      return shared("duration.days", days);
    }
    if (days > 0) {
      return shared("duration.daysHours", days, hours);
    }
    if (hours > 0) {
      return shared("duration.hoursMinutes", hours, "%02d".formatted(minutes));
    }
    return shared("duration.minutes", minutes);
  }

  /** Class of a clock: late, soon, ok, pause or none. */
  public String clockClass(
      @Nullable Instant due, @Nullable Instant done, @Nullable Boolean paused) {
    return due == null ? "" : face(due, done, paused).state().css();
  }

  /** Icon of a clock; a shape of its own for each state. */
  public String clockIcon(@Nullable Instant due, @Nullable Instant done, @Nullable Boolean paused) {
    return due == null ? "clock" : face(due, done, paused).state().icon();
  }

  /** Whether the clock's words are set strong. */
  public boolean clockStrong(
      @Nullable Instant due, @Nullable Instant done, @Nullable Boolean paused) {
    return due != null && face(due, done, paused).state().strong();
  }

  /** Late 4 d 1 h; 1 h 36 min; Paused; In time; 5 h 43 min late; was late by 4 h, and pauses. */
  public String clock(@Nullable Instant due, @Nullable Instant done, @Nullable Boolean paused) {
    if (due == null) {
      return NOTHING;
    }
    Clockface face = face(due, done, paused);
    return switch (face.state()) {
      case LATE -> shared("clock.late", duration(face.span()));
      case WAS_LATE ->
          shared(
              Boolean.TRUE.equals(paused) ? "clock.stoodLate" : "clock.wasLate",
              duration(face.span()));
      case PAUSED -> shared("clock.paused");
      case IN_TIME -> shared("clock.inTime");
      case SOON, RUNNING -> duration(face.span());
    };
  }

  /** det, pas or pro for a recommendation score of 0 to 10. */
  public String scoreClass(Number score) {
    return score.doubleValue() <= 6 ? "det" : score.doubleValue() <= 8 ? "pas" : "pro";
  }

  /** Colour of rating dots from 1 to 5: none (low), mid or hi. */
  public String dotsClass(Number rating) {
    return rating.doubleValue() <= 2 ? "" : rating.doubleValue() <= 3 ? "mid" : "hi";
  }

  /**
   * Two letters for an avatar, of the given and the last name, so that Karin Ekström and Kaj
   * Holmberg are told apart: KE and KH. Of a single name its first two.
   */
  public String initials(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return "?";
    }
    String[] parts = name.strip().split("\\s+");
    return parts.length == 1
        ? start(parts[0], 2)
        : (start(parts[0], 1) + start(parts[parts.length - 1], 1)).toUpperCase(Locale.ROOT);
  }

  private static String start(String name, int letters) {
    return name.codePoints()
        .limit(letters)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** One of five quiet colours, the same for the same name on every screen. */
  public String avatarClass(@Nullable String name) {
    String[] colours = {"", "b", "c", "d", "e"};
    return name == null ? "" : colours[Math.floorMod(name.hashCode(), colours.length)];
  }

  /**
   * Where a value stands between two ends, as a percentage for SVG attributes; kept inside them.
   *
   * @throws IllegalArgumentException unless min is below max
   */
  public String place(double value, double min, double max) {
    // primitives, so that EL also takes min="0" as an attribute gives it
    double span = max - min;
    if (!(span > 0)) {
      throw new IllegalArgumentException("min is not below max");
    }
    double share = (value - min) / span;
    return String.format(Locale.ROOT, "%.1f%%", 100 * Math.max(0, Math.min(1, share)));
  }

  private Clockface face(Instant due, @Nullable Instant done, @Nullable Boolean paused) {
    return Clockface.read(due, done, Boolean.TRUE.equals(paused), clock.instant(), ZONE);
  }

  private String minus(Number value, int decimals) {
    return value.doubleValue() < 0 ? signed(value, decimals) : decimal(value, decimals);
  }

  private String decimal(Number value, int decimals) {
    NumberFormat format = NumberFormat.getInstance(formats());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  private String format(@Nullable Temporal when, String thisYear, String otherYear) {
    if (when == null) {
      return NOTHING;
    }
    ZonedDateTime moment = zoned(when);
    String key = moment.getYear() == today().getYear() ? thisYear : otherYear;
    String pattern = texts().getString("pattern." + key);
    return DateTimeFormatter.ofPattern(pattern, formats()).format(moment);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  private static ZonedDateTime zoned(Temporal when) {
    if (when instanceof Instant instant) {
      return instant.atZone(ZONE);
    }
    if (when instanceof OffsetDateTime offset) {
      return offset.atZoneSameInstant(ZONE);
    }
    if (when instanceof LocalDate date) {
      return date.atStartOfDay(ZONE);
    }
    if (when instanceof LocalDateTime local) {
      return local.atZone(ZONE);
    }
    return ZonedDateTime.from(when).withZoneSameInstant(ZONE);
  }

  private Locale formats() {
    return Languages.formats(language.get());
  }

  private ResourceBundle texts() {
    return texts(language.get());
  }
}
