package cx.slinga.feedback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which column of a survey's file is what, on which scale, and which of its values mean that
 * there is no answer. Read from JSON by {@link SurveyMappingReader}.
 *
 * @param id column that tells responses apart; the same id in a later file is the same response
 * @param answeredOn the day of the answer
 * @param score willingness to recommend
 * @param overall satisfaction with the whole
 * @param items ratings of touchpoints; the order decides between equally low ones
 * @param comments coded comments; the order decides which code counts first
 * @param words the customer's own words
 * @param problem whether the customer met one
 * @param language of the answer
 * @param segment of the customer
 * @param weight column with the weight within the sample
 * @param attributes what is shown beside the answer
 * @param neverStore columns whose values are forgotten at reading; they may be absent
 * @param customer columns that say who answered
 */
public record SurveyMapping(
    String id,
    AnsweredOn answeredOn,
    Scored score,
    @Nullable Scored overall,
    List<Item> items,
    List<CodedComments> comments,
    @Nullable Words words,
    @Nullable YesNo problem,
    @Nullable Coded language,
    @Nullable Coded segment,
    @Nullable String weight,
    List<Attribute> attributes,
    List<String> neverStore,
    @Nullable CustomerColumns customer) {

  public SurveyMapping {
    items = List.copyOf(items);
    comments = List.copyOf(comments);
    attributes = List.copyOf(attributes);
    neverStore = List.copyOf(neverStore);
    Set<String> keys = new HashSet<>();
    for (Item item : items) {
      if (!keys.add(item.ratingKey())) {
        throw new IllegalArgumentException("Rated twice: " + item.ratingKey());
      }
    }
  }

  /** All columns without which a file is not one of this survey, as the mapping spells them. */
  public List<String> neededColumns() {
    List<String> needed = new ArrayList<>();
    needed.add(id);
    needed.add(answeredOn.column());
    needed.add(score.column());
    if (overall != null) {
      needed.add(overall.column());
    }
    items.forEach(item -> needed.add(item.rating().column()));
    comments.forEach(list -> needed.addAll(list.columns()));
    if (words != null) {
      needed.add(words.column());
    }
    if (problem != null) {
      needed.add(problem.column());
    }
    if (language != null) {
      needed.add(language.column());
    }
    if (segment != null) {
      needed.add(segment.column());
    }
    if (weight != null) {
      needed.add(weight);
    }
    attributes.forEach(attribute -> needed.add(attribute.column()));
    if (customer != null) {
      needed.addAll(customer.all());
    }
    return needed.stream().distinct().toList();
  }

  /** How a date is written. */
  public enum DateForm {
    /** 2018-05-21, perhaps with a time behind. */
    ISO,
    /** 21/05/2018, also with dots or hyphens, perhaps with a time behind. */
    DAY_MONTH_YEAR,
    /** 05/21/2018, perhaps with a time behind. */
    MONTH_DAY_YEAR,
    /** 43241: days as a spreadsheet counts them. */
    EXCEL_SERIAL,
    /** 21, in a month that the mapping gives. */
    DAY_OF_MONTH
  }

  /**
   * @param year only with {@link DateForm#DAY_OF_MONTH}, else 0
   * @param month only with {@link DateForm#DAY_OF_MONTH}, else 0
   */
  public record AnsweredOn(String column, DateForm form, int year, int month) {
    public AnsweredOn {
      if (form == DateForm.DAY_OF_MONTH
          ? year < 2000 || year > 2200 || month < 1 || month > 12
          : year != 0 || month != 0) {
        throw new IllegalArgumentException(
            "Year and month belong to a day of month: " + year + ", " + month);
      }
    }
  }

  /**
   * A whole number on a scale.
   *
   * @param from lowest value
   * @param to highest value
   * @param missing values that mean no answer; an empty field always does
   */
  public record Scored(String column, int from, int to, Set<String> missing) {
    public Scored {
      if (from >= to || from < -1000 || to > 1000) {
        throw new IllegalArgumentException("Not a scale: " + from + " to " + to);
      }
      missing = upperCase(missing);
    }

    /** Whether the trimmed value means that there is no answer. */
    public boolean isMissing(String value) {
      return value.isEmpty() || missing.contains(value.toUpperCase(Locale.ROOT));
    }
  }

  /** What is rated at a touchpoint. */
  public enum Aspect {
    RATING,
    CLEANLINESS,
    SAFETY,
    EASE;

    /** As mappings and rating keys spell it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param touchpoint key of the touchpoint
   * @param what is rated there
   * @param ratingKey name under which responses keep it: the touchpoint, and for a further rating
   *     of the same touchpoint followed by a colon and what is rated
   */
  public record Item(Scored rating, String touchpoint, Aspect what, String ratingKey) {}

  /**
   * Columns with codes of one list.
   *
   * @param list question of the code list
   * @param columns in the order in which the customer named things
   * @param unknown what a code does that the list does not know
   * @param codeTouchpoints touchpoint by code, for complaints that belong to one
   */
  public record CodedComments(
      String list, List<String> columns, Unknown unknown, Map<String, String> codeTouchpoints) {
    public CodedComments {
      columns = List.copyOf(columns);
      codeTouchpoints = Map.copyOf(codeTouchpoints);
    }
  }

  /** What to do about a value that the mapping or the code list does not know. */
  public enum Unknown {
    /** Reject the row. */
    REJECT,
    /** Leave the value out, with a warning. */
    MISSING
  }

  /**
   * @param missing texts that stand for no words, such as a coder's note
   */
  public record Words(String column, Set<String> missing) {
    public Words {
      missing = upperCase(missing);
    }

    /** Whether the trimmed value means that there are no words. */
    public boolean isMissing(String value) {
      return value.isEmpty() || missing.contains(value.toUpperCase(Locale.ROOT));
    }
  }

  /** Values that mean yes and no; any other is no answer. */
  public record YesNo(String column, Set<String> yes, Set<String> no) {
    public YesNo {
      yes = upperCase(yes);
      no = upperCase(no);
    }
  }

  /** A column with codes and what they mean here; other codes are left out. */
  public record Coded(String column, Map<String, String> values) {
    public Coded {
      values = Map.copyOf(values);
    }
  }

  /**
   * @param name under which it is kept
   * @param values meaning by code; empty where the field says it itself
   */
  public record Attribute(String name, String column, Map<String, String> values) {
    public Attribute {
      values = Map.copyOf(values);
    }
  }

  private static Set<String> upperCase(Set<String> values) {
    Set<String> upper = new HashSet<>();
    values.forEach(value -> upper.add(value.toUpperCase(Locale.ROOT)));
    return Set.copyOf(upper);
  }
}
