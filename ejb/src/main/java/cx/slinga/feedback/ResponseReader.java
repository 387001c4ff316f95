package cx.slinga.feedback;

import cx.slinga.csv.CsvLine;
import cx.slinga.csv.CsvRecord;
import cx.slinga.csv.Excerpt;
import cx.slinga.csv.MalformedLine;
import cx.slinga.feedback.SurveyMapping.AnsweredOn;
import cx.slinga.feedback.SurveyMapping.Attribute;
import cx.slinga.feedback.SurveyMapping.Coded;
import cx.slinga.feedback.SurveyMapping.CodedComments;
import cx.slinga.feedback.SurveyMapping.Item;
import cx.slinga.feedback.SurveyMapping.Scored;
import cx.slinga.feedback.SurveyMapping.Unknown;
import cx.slinga.feedback.SurveyMapping.Words;
import cx.slinga.feedback.SurveyMapping.YesNo;
import cx.slinga.organisation.CustomerFacts;
import cx.slinga.shared.BusinessException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands the rows of one file by a mapping: each becomes a response or a rejected row with its
 * reason. Columns are found by name, without regard to case, surrounding blanks and no-break
 * blanks. Keeps nothing between rows; for one thread.
 */
public final class ResponseReader {

  /** Longest text of a field, in characters. */
  public static final int MAX_TEXT_CHARS = 20_000;

  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate SPREADSHEET_DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final int VALUE_CHARS = 40;
  private static final Pattern PARTS =
      Pattern.compile("(\\d{1,4})[-/.](\\d{1,2})[-/.](\\d{1,4})(?:[T ].*)?", Pattern.DOTALL);

  private final SurveyMapping mapping;
  private final CodeList codeList;
  private final LocalDate latest;

  private final List<String> header;
  private final List<String> normalHeader;
  private final String separator;
  private final int id;
  private final int answeredOn;
  private final ScoredColumn score;
  private final @Nullable ScoredColumn overall;
  private final ItemColumn[] items;
  private final CommentColumns[] comments;
  private final int words;
  private final int problem;
  private final int language;
  private final int segment;
  private final int weight;
  private final AttributeColumn[] attributes;
  private final boolean[] neverStore;
  private final boolean storesAll;
  private final @Nullable CustomerColumns customer;
  private final Map<String, Integer> customerPlaces;

  /**
   * @param header the names of the file's columns
   * @param separator of the file, for excerpts
   * @param today decides which dates are plausible: from 2000 to tomorrow
   * @throws BusinessException {@code import.columns-missing} or {@code import.columns-twice} with
   *     the names, when the file is not one of this survey
   */
  public ResponseReader(
      SurveyMapping mapping,
      List<String> header,
      char separator,
      CodeList codeList,
      LocalDate today) {
    this.mapping = mapping;
    this.codeList = codeList;
    this.latest = latestDay(today);
    this.header = header.stream().map(ResponseReader::trim).toList();
    this.normalHeader = header.stream().map(ResponseReader::normal).toList();
    this.separator = String.valueOf(separator);
    Map<String, Integer> places = places();

    this.id = place(places, mapping.id());
    this.answeredOn = place(places, mapping.answeredOn().column());
    this.score = scored(places, mapping.score());
    this.overall = mapping.overall() == null ? null : scored(places, mapping.overall());
    this.items =
        mapping.items().stream()
            .map(item -> new ItemColumn(item, scored(places, item.rating())))
            .toArray(ItemColumn[]::new);
    this.comments =
        mapping.comments().stream()
            .map(
                list ->
                    new CommentColumns(
                        list, list.columns().stream().mapToInt(c -> place(places, c)).toArray()))
            .toArray(CommentColumns[]::new);
    Words ownWords = mapping.words();
    YesNo yesNo = mapping.problem();
    Coded languages = mapping.language();
    Coded segments = mapping.segment();
    String weights = mapping.weight();
    this.words = ownWords == null ? -1 : place(places, ownWords.column());
    this.problem = yesNo == null ? -1 : place(places, yesNo.column());
    this.language = languages == null ? -1 : place(places, languages.column());
    this.segment = segments == null ? -1 : place(places, segments.column());
    this.weight = weights == null ? -1 : place(places, weights);
    this.attributes =
        mapping.attributes().stream()
            .map(a -> new AttributeColumn(a, place(places, a.column())))
            .toArray(AttributeColumn[]::new);
    this.neverStore = new boolean[header.size()];
    Set<String> forgotten = new HashSet<>();
    mapping.neverStore().forEach(column -> forgotten.add(normal(column)));
    this.customer = mapping.customer();
    this.customerPlaces = new HashMap<>();
    if (customer != null) {
      customer.all().forEach(column -> customerPlaces.put(column, place(places, column)));
      customer.contactData().forEach(column -> forgotten.add(normal(column)));
    }
    boolean all = true;
    for (int i = 0; i < neverStore.length; i++) {
      neverStore[i] = forgotten.contains(normalHeader.get(i));
      all &= !neverStore[i];
    }
    this.storesAll = all;
  }

  /** The last day on which somebody can have answered: it is tomorrow somewhere already. */
  static LocalDate latestDay(LocalDate today) {
    return today.plusDays(1);
  }

  /** The trimmed names of the columns, in the order of {@link ParsedResponse#raw()}. */
  public List<String> header() {
    return header;
  }

  /** What the line says. */
  public ReadRow read(CsvLine line) {
    if (line instanceof MalformedLine malformed) {
      return new RejectedRow(
          malformed.ordinal(),
          malformed.line(),
          RejectionReason.of(malformed.reason()),
          malformed.args(),
          excerptOf(malformed));
    }
    CsvRecord row = (CsvRecord) line;
    try {
      return response(row);
    } catch (Rejection rejection) {
      return new RejectedRow(
          row.ordinal(), row.line(), rejection.reason, rejection.args, excerptOf(row));
    }
  }

  private ParsedResponse response(CsvRecord row) throws Rejection {
    List<String> fields = row.fields();
    if (fields.size() != header.size()) {
      throw new Rejection(
          RejectionReason.FIELD_COUNT,
          Integer.toString(header.size()),
          Integer.toString(fields.size()));
    }
    refuseLongTextAndNul(fields);
    String externalId = trim(fields.get(id));
    if (isHeader(externalId, fields)) {
      throw new Rejection(RejectionReason.HEADER_REPEATED);
    }
    if (externalId.isEmpty()) {
      throw new Rejection(RejectionReason.ID_MISSING, header.get(id));
    }
    LocalDate date = date(fields);
    Integer scored = score.read(fields);
    Integer whole = overall == null ? null : overall.read(fields);
    List<ReadingWarning> warnings = new ArrayList<>(0);

    Map<String, Integer> ratings = new LinkedHashMap<>(items.length * 2);
    double lowest = Double.MAX_VALUE;
    for (ItemColumn item : items) {
      Integer rating = item.rating.read(fields);
      if (rating != null) {
        ratings.put(item.item.ratingKey(), rating);
        lowest = Math.min(lowest, item.share(rating));
      }
    }
    List<CommentCode> codes = codes(fields, warnings);
    CustomerFacts answerer =
        customer == null
            ? null
            : customer.read(column -> fields.get(customerPlaces.getOrDefault(column, 0)), warnings);
    return new ParsedResponse(
        row.ordinal(),
        row.line(),
        externalId,
        date,
        scored,
        whole,
        ratings,
        codes,
        words(fields),
        problem(fields),
        coded(mapping.language(), language, fields, warnings),
        coded(mapping.segment(), segment, fields, warnings),
        weight(fields),
        attributes(fields),
        raw(fields),
        warnings,
        ratings.isEmpty() ? firstNamed(codes) : worst(ratings, lowest, codes),
        answerer);
  }

  // ---- where it went worst ----

  private @Nullable String worst(
      Map<String, Integer> ratings, double lowest, List<CommentCode> codes) {
    String first = null;
    Set<String> equals = new HashSet<>();
    for (ItemColumn item : items) {
      Integer rating = ratings.get(item.item.ratingKey());
      if (rating != null && item.share(rating) == lowest) {
        String touchpoint = item.item.touchpoint();
        equals.add(touchpoint);
        if (first == null) {
          first = touchpoint;
        }
      }
    }
    for (CommentCode code : codes) {
      if (code.touchpoint() != null && equals.contains(code.touchpoint())) {
        return code.touchpoint();
      }
    }
    return first;
  }

  private static @Nullable String firstNamed(List<CommentCode> codes) {
    for (CommentCode code : codes) {
      if (code.touchpoint() != null) {
        return code.touchpoint();
      }
    }
    return null;
  }

  // ---- fields ----

  private LocalDate date(List<String> fields) throws Rejection {
    String value = trim(fields.get(answeredOn));
    String column = header.get(answeredOn);
    if (value.isEmpty()) {
      throw new Rejection(RejectionReason.DATE_MISSING, column);
    }
    LocalDate date;
    try {
      date = date(mapping.answeredOn(), value);
    } catch (DateTimeException | NumberFormatException | ArithmeticException wrong) {
      date = null;
    }
    if (date == null) {
      throw new Rejection(RejectionReason.NOT_A_DATE, column, shortened(value));
    }
    if (date.isBefore(EARLIEST) || date.isAfter(latest)) {
      throw new Rejection(RejectionReason.DATE_IMPLAUSIBLE, column, shortened(value));
    }
    return date;
  }

  private static @Nullable LocalDate date(AnsweredOn form, String value) {
    switch (form.form()) {
      case DAY_OF_MONTH -> {
        Integer day = wholeNumber(value);
        if (day != null) {
          return LocalDate.of(form.year(), form.month(), day);
        }
        // a whole date where a day was expected: is it at least a plausible one?
        return implausible(value);
      }
      case EXCEL_SERIAL -> {
        double days = Double.parseDouble(value.replace(',', '.'));
        return days >= 0 && days < 200_000
            ? SPREADSHEET_DAY_ZERO.plusDays((long) Math.floor(days))
            : null;
      }
      case ISO -> {
        return parts(value, 1, 2, 3);
      }
      case DAY_MONTH_YEAR -> {
        return parts(value, 3, 2, 1);
      }
      case MONTH_DAY_YEAR -> {
        return parts(value, 3, 1, 2);
      }
    }
    return null;
  }

  private static @Nullable LocalDate parts(String value, int year, int month, int day) {
    Matcher matcher = PARTS.matcher(value);
    if (!matcher.matches() || matcher.group(year).length() != 4) {
      return null;
    }
    return LocalDate.of(
        Integer.parseInt(matcher.group(year)),
        Integer.parseInt(matcher.group(month)),
        Integer.parseInt(matcher.group(day)));
  }

  /** The date when it lies before all that is plausible, to be refused for that; else null. */
  private static @Nullable LocalDate implausible(String value) {
    LocalDate date = parts(value, 1, 2, 3);
    if (date == null) {
      date = parts(value, 3, 1, 2);
    }
    return date != null && date.isBefore(EARLIEST) ? date : null;
  }

  private List<CommentCode> codes(List<String> fields, List<ReadingWarning> warnings)
      throws Rejection {
    List<CommentCode> codes = new ArrayList<>(4);
    for (CommentColumns list : comments) {
      for (int column : list.columns) {
        String code = trim(fields.get(column));
        if (code.isEmpty() || code.equals("0")) {
          continue;
        }
        String label = codeList.label(list.comments.list(), code);
        if (label == null) {
          if (list.comments.unknown() == Unknown.REJECT) {
            throw new Rejection(RejectionReason.UNKNOWN_CODE, header.get(column), shortened(code));
          }
          warnings.add(new ReadingWarning(header.get(column), shortened(code)));
          continue;
        }
        CommentCode found =
            new CommentCode(
                list.comments.list(), code, label, list.comments.codeTouchpoints().get(code));
        if (!codes.contains(found)) {
          codes.add(found);
        }
      }
    }
    return codes;
  }

  private @Nullable String words(List<String> fields) {
    Words ownWords = mapping.words();
    if (ownWords == null) {
      return null;
    }
    String value = fields.get(words);
    return ownWords.isMissing(trim(value)) ? null : value;
  }

  private @Nullable Boolean problem(List<String> fields) {
    YesNo yesNo = mapping.problem();
    if (yesNo == null) {
      return null;
    }
    String value = trim(fields.get(problem)).toUpperCase(Locale.ROOT);
    return yesNo.yes().contains(value)
        ? Boolean.TRUE
        : yesNo.no().contains(value) ? Boolean.FALSE : null;
  }

  private @Nullable String coded(
      @Nullable Coded coded, int column, List<String> fields, List<ReadingWarning> warnings) {
    if (coded == null) {
      return null;
    }
    String value = trim(fields.get(column));
    String meaning = coded.values().get(value);
    if (meaning == null && !value.isEmpty() && !value.equals("0")) {
      warnings.add(new ReadingWarning(header.get(column), shortened(value)));
    }
    return meaning;
  }

  private @Nullable Double weight(List<String> fields) throws Rejection {
    if (weight < 0) {
      return null;
    }
    String value = trim(fields.get(weight));
    if (value.isEmpty()) {
      return null;
    }
    double number;
    try {
      number = Double.parseDouble(value.replace(',', '.'));
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    if (!Double.isFinite(number) || number <= 0) {
      throw new Rejection(RejectionReason.NOT_A_NUMBER, header.get(weight), shortened(value));
    }
    return number;
  }

  private Map<String, String> attributes(List<String> fields) {
    Map<String, String> found = new LinkedHashMap<>();
    for (AttributeColumn attribute : attributes) {
      String value = trim(fields.get(attribute.column));
      Map<String, String> values = attribute.attribute.values();
      String meaning = values.isEmpty() ? value : values.getOrDefault(value, "");
      if (!meaning.isEmpty()) {
        found.put(attribute.attribute.name(), meaning);
      }
    }
    return found;
  }

  private List<String> raw(List<String> fields) {
    if (storesAll) {
      return fields;
    }
    List<String> kept = new ArrayList<>(fields);
    for (int i = 0; i < neverStore.length; i++) {
      if (neverStore[i]) {
        kept.set(i, "");
      }
    }
    return kept;
  }

  private void refuseLongTextAndNul(List<String> fields) throws Rejection {
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i);
      if (field.length() > MAX_TEXT_CHARS) {
        throw new Rejection(
            RejectionReason.TEXT_TOO_LONG, header.get(i), Integer.toString(MAX_TEXT_CHARS));
      }
      if (field.indexOf('\0') >= 0) {
        throw new Rejection(RejectionReason.NUL);
      }
    }
  }

  private boolean isHeader(String externalId, List<String> fields) {
    if (!normal(externalId).equals(normalHeader.get(id))) {
      return false;
    }
    int same = 0;
    for (int i = 0; i < fields.size(); i++) {
      if (normal(fields.get(i)).equals(normalHeader.get(i))) {
        same++;
      }
    }
    return same == fields.size();
  }

  // ---- excerpts ----

  private String excerptOf(CsvRecord row) {
    List<String> shown = new ArrayList<>();
    int chars = 0;
    for (int i = 0; i < row.fields().size() && chars <= Excerpt.MAX_CHARS; i++) {
      boolean forget = i >= neverStore.length || neverStore[i];
      String field = forget ? "" : row.fields().get(i);
      shown.add(
          field.length() > Excerpt.MAX_CHARS * 2
              ? field.substring(0, Excerpt.MAX_CHARS * 2)
              : field);
      chars += field.length() + 1;
    }
    return Excerpt.of(String.join(separator, shown));
  }

  /**
   * Which field is which cannot be told in a malformed line. When some must not be stored, only its
   * first is shown: enough to find the line by.
   */
  private String excerptOf(MalformedLine line) {
    if (storesAll) {
      return line.beginning();
    }
    // a tab is shown as a blank
    int end = line.beginning().indexOf(separator.equals("\t") ? " " : separator);
    return neverStore[0] || end < 0 ? "" : line.beginning().substring(0, end);
  }

  // ---- columns ----

  private Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (int i = 0; i < normalHeader.size(); i++) {
      if (places.putIfAbsent(normalHeader.get(i), i) != null) {
        twice.add(normalHeader.get(i));
      }
    }
    List<String> missing = new ArrayList<>();
    List<String> ambiguous = new ArrayList<>();
    for (String column : mapping.neededColumns()) {
      if (!places.containsKey(normal(column))) {
        missing.add(trim(column));
      } else if (twice.contains(normal(column))) {
        ambiguous.add(trim(column));
      }
    }
    if (!missing.isEmpty()) {
      throw new BusinessException("import.columns-missing", String.join(", ", missing));
    }
    if (!ambiguous.isEmpty()) {
      throw new BusinessException("import.columns-twice", String.join(", ", ambiguous));
    }
    return places;
  }

  private static int place(Map<String, Integer> places, String column) {
    Integer place = places.get(normal(column));
    if (place == null) {
      throw new IllegalStateException("Not among the needed columns: " + column);
    }
    return place;
  }

  private ScoredColumn scored(Map<String, Integer> places, Scored scored) {
    int place = place(places, scored.column());
    return new ScoredColumn(scored, place, header.get(place));
  }

  private record ScoredColumn(Scored scored, int column, String name) {
    @Nullable Integer read(List<String> fields) throws Rejection {
      String value = trim(fields.get(column));
      if (scored.isMissing(value)) {
        return null;
      }
      Integer number = wholeNumber(value);
      if (number == null) {
        throw new Rejection(RejectionReason.NOT_A_NUMBER, name, shortened(value));
      }
      if (number < scored.from() || number > scored.to()) {
        throw new Rejection(
            RejectionReason.OUT_OF_SCALE,
            name,
            shortened(value),
            Integer.toString(scored.from()),
            Integer.toString(scored.to()));
      }
      return number;
    }
  }

  private record ItemColumn(Item item, ScoredColumn rating) {
    /** How far up its scale a rating is, so that scales of different length compare. */
    double share(int value) {
      Scored scale = item.rating();
      return (value - scale.from()) / (double) (scale.to() - scale.from());
    }
  }

  private record CommentColumns(CodedComments comments, int[] columns) {}

  private record AttributeColumn(Attribute attribute, int column) {}

  // ---- values ----

  /** A whole number, also as a spreadsheet may write it (9.0); null for anything else. */
  static @Nullable Integer wholeNumber(String value) {
    int i = 0;
    boolean negative = false;
    int end = value.length();
    if (end > 0 && (value.charAt(0) == '-' || value.charAt(0) == '+')) {
      negative = value.charAt(0) == '-';
      i = 1;
    }
    int digits = i;
    int number = 0;
    while (i < end && value.charAt(i) >= '0' && value.charAt(i) <= '9') {
      if (i - digits == 9) {
        return null;
      }
      number = number * 10 + value.charAt(i) - '0';
      i++;
    }
    if (i == digits) {
      return null;
    }
    if (i < end) {
      char point = value.charAt(i);
      if ((point != '.' && point != ',') || i + 1 == end) {
        return null;
      }
      for (int j = i + 1; j < end; j++) {
        if (value.charAt(j) != '0') {
          return null;
        }
      }
    }
    return negative ? -number : number;
  }

  private static String shortened(String value) {
    return value.length() <= VALUE_CHARS ? value : value.substring(0, VALUE_CHARS - 1) + "…";
  }

  private static String normal(String name) {
    return trim(name.replace('\u00A0', ' ')).toLowerCase(Locale.ROOT);
  }

  /** Without blanks of any kind at both ends. */
  static String trim(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && isBlank(value.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(value.charAt(to - 1))) {
      to--;
    }
    return from == 0 && to == value.length() ? value : value.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\u2007' || c == '\u202F' || c == '\uFEFF';
  }

  /** Leaves the reading of one row; costs no stack trace, since a file may have many. */
  private static final class Rejection extends Exception {
    private static final long serialVersionUID = 1L;
    private final RejectionReason reason;
    private final transient List<String> args;

    Rejection(RejectionReason reason, String... args) {
      super(reason.key(), null, false, false);
      this.reason = reason;
      this.args = List.of(args);
    }
  }
}
