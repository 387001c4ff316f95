package cx.slinga.rootcause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.rootcause.Likeness.Voice;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private static final Voice SIGNS = said("The signs to the terminal are wrong");
  private static final Voice TERMINAL = said("Could not find the terminal, signs unclear");
  private static final Voice FOOD = said("The food is cold and the coffee is weak");
  private static final Voice PRICES = said("The prices of the food are too high");

  private final Likeness likeness = new Likeness(List.of(SIGNS, TERMINAL, FOOD, PRICES));

  @Test
  void whoUsesTheSameWordsIsMoreAlike() {
    var signs = likeness.profile(List.of(SIGNS, TERMINAL));
    assertTrue(
        likeness.percent(said("No signs to my terminal"), signs)
            > likeness.percent(said("The food was cold"), signs));
  }

  @Test
  void wordsThatAllSayCountLessThanWordsThatFewSay() {
    var food = likeness.profile(List.of(FOOD));
    assertTrue(likeness.percent(said("coffee"), food) > likeness.percent(said("the"), food));
  }

  @Test
  void theSameWordsAreWhollyAlikeAndNothingIsNotAtAll() {
    assertEquals(100, likeness.percent(SIGNS, likeness.profile(List.of(SIGNS))));
    assertEquals(0, likeness.percent(new Voice(null, List.of()), likeness.profile(List.of(FOOD))));
    assertEquals(0, likeness.percent(FOOD, likeness.profile(List.of())));
  }

  @Test
  void codedCommentsCountAsWordsAndAsAWhole() {
    Voice coded = new Voice(null, List.of("Signs inside: unclear"));
    var profile = likeness.profile(List.of(coded));
    assertEquals(100, likeness.percent(coded, profile));
    assertTrue(likeness.percent(said("unclear signs"), profile) > 0);
  }

  @Test
  void wordsOfAnyAlphabetAreRead() {
    assertEquals(List.of("лафет"), List.copyOf(Likeness.words("Лафет 42 🙂")));
    assertTrue(Likeness.words("skyltarna räcker inte").contains("räcker"));
  }

  private static Voice said(String words) {
    return new Voice(words, List.of());
  }
}
