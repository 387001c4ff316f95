package cx.slinga.web.causes;

import cx.slinga.insight.Interval;
import cx.slinga.insight.Wilson;
import cx.slinga.rootcause.TreeNode;
import cx.slinga.web.shared.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What the screens of causes say in sentences: {@code #{causeWords.say('key', value)}}. */
@Named
@RequestScoped
public class CauseWords {
  /** Fewer are too few for a share. */
  static final long ENOUGH = 10;

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Inject private Words words;

  /** A text by key, with its placeholders filled. */
  public String say(String key, Object... args) {
    return words.fill(text(key), args);
  }

  /** A text as it stands. */
  public String text(String key) {
    return texts().getString(key);
  }

  boolean knows(String key) {
    return texts().containsKey(key);
  }

  /** What a part of the tree is called: as it was named, else the usual branch's word. */
  public String node(TreeNode node) {
    String title = node.title();
    return title != null ? title : text("branch." + node.branch());
  }

  /** 8.7 %, or that they are too few. */
  public String share(long hits, long of) {
    long n = Math.max(hits, of);
    return n < ENOUGH ? text("few") : words.number(100.0 * hits / n, 1) + "\u00a0%";
  }

  /** 6.4–11.7: the 95 % interval; empty when they are too few. */
  public String interval(long hits, long of) {
    long n = Math.max(hits, of);
    if (n < ENOUGH) {
      return "";
    }
    Interval interval = Wilson.interval(hits, n);
    return words.range(100 * interval.low(), 100 * interval.high(), 1);
  }

  /** What somebody did to a cause. */
  public String happened(@Nullable String verb) {
    String key = "history." + verb;
    return knows(key) ? text(key) : Objects.requireNonNullElse(verb, "");
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }

  private static ResourceBundle texts() {
    return ResourceBundle.getBundle(
        "cx.slinga.web.causes.Text", locale(), CauseWords.class.getClassLoader(), NO_FALLBACK);
  }
}
