package cx.slinga.api.shared;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The running call, as far as its refusal needs to be told and recorded. */
@RequestScoped
public class Call {
  /** Longest object id that is kept: what is longer names nothing of ours. */
  private static final int ID_MAX = 100;

  private @Nullable String verb;
  private String objectType = "";
  private String objectId = "";
  private boolean change;
  private Locale language = Locale.ENGLISH;

  void reads(String collection, String path) {
    change = false;
    verb = collection + ".read";
    objectType = collection;
    objectId = id(path);
  }

  void changes(Verb annotation, String id) {
    change = true;
    verb = annotation.value();
    objectType = annotation.object();
    objectId = id(id);
  }

  void speaks(Locale locale) {
    language = locale;
  }

  /** What was attempted, null before the call had reached a resource. */
  @Nullable String verb() {
    return verb;
  }

  String objectType() {
    return objectType;
  }

  String objectId() {
    return objectId;
  }

  boolean isChange() {
    return change;
  }

  /** The language to answer in: one of ours, English where the caller names none. */
  public Locale language() {
    return language;
  }

  private static String id(String named) {
    String kept = named.replaceAll("\\p{Cntrl}", "");
    return kept.length() <= ID_MAX ? kept : kept.substring(0, ID_MAX);
  }
}
