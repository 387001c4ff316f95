package cx.slinga.rules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Words and phrases to be found in what customers write, in any language. Whole words only, in any
 * case; punctuation and line breaks between the words of a phrase do not matter. Accents do not
 * matter either (cafe finds café), but å, ä and ö are letters of their own and stay apart from a
 * and o. Where a script puts no blanks between words, each character counts as a word. Nothing is a
 * pattern: every character means itself.
 */
final class Keywords {
  /** By their first word. */
  private final Map<String, List<List<String>>> phrases = new HashMap<>();

  Keywords(Collection<String> keywords) {
    for (String keyword : keywords) {
      List<String> words = words(keyword);
      if (!words.isEmpty()) {
        phrases.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(words);
      }
    }
  }

  /** Whether the text has one of them. The cost grows with the text, not with the keywords. */
  boolean in(String text) {
    List<String> words = words(text);
    for (int at = 0; at < words.size(); at++) {
      for (List<String> phrase : phrases.getOrDefault(words.get(at), List.of())) {
        int end = at + phrase.size();
        if (end <= words.size() && words.subList(at, end).equals(phrase)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The text as words that can be compared; symbols such as € or an emoji are words too. */
  static List<String> words(String text) {
    String folded = folded(text);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      boolean ofWord = Character.isLetterOrDigit(c) || isMark(c);
      if (ofWord && !standsAlone(c)) {
        word.appendCodePoint(c);
        continue;
      }
      end(words, word);
      if (ofWord || isSymbol(c)) {
        words.add(Character.toString(c));
      }
    }
    end(words, word);
    return words;
  }

  private static void end(List<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static String folded(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder(apart.length());
    char base = 0;
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if (c < '\u0300' || c > '\u036f') {
        kept.append(c);
        base = c;
      } else if (c == '\u030a' && base == 'a' || c == '\u0308' && (base == 'a' || base == 'o')) {
        kept.append(c);
      }
    }
    return Normalizer.normalize(kept, Normalizer.Form.NFC);
  }

  private static boolean standsAlone(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> false;
    };
  }

  private static boolean isSymbol(int c) {
    return switch (Character.getType(c)) {
      case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.OTHER_SYMBOL -> true;
      default -> false;
    };
  }
}
