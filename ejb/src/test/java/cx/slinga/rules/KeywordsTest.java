package cx.slinga.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordsTest {
  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cancel           | I will cancel my card          | true",
        "cancel           | CANCEL!                        | true",
        "cancel           | it was cancelled               | false",
        "leave            | cleaver                        | false",
        "never again      | Never, ever again              | false",
        "never again      | never   again                  | true",
        "never again      | 'never\nagain'                 | true",
        "wi-fi            | no Wi-Fi                       | true",
        "wi-fi            | no wi fi                       | true",
        "wifi             | no wi-fi                       | false",
        "don't            | I don’t know                   | true",
        "cafe             | the café was closed            | true",
        "café             | the cafe was closed            | true",
        "fur              | für immer                      | true",
        "hål              | ett hål i väggen               | true",
        "hal              | ett hål i väggen               | false",
        "hål              | det var hal is                 | false",
        "säga upp         | jag vill SÄGA UPP avtalet      | true",
        "for              | för dyrt                       | false",
        "opsige           | jeg vil opsige det             | true",
        "køb              | mit køb                        | true",
        "kob              | mit køb                        | false",
        "解約             | もう解約したい                 | true",
        "退款             | 我要退款。                     | true",
        "отказ            | Мне нужен ОТКАЗ.               | true",
        "مشكلة            | هناك مشكلة كبيرة               | true",
        "😡               | really 😡                      | true",
        "a.b              | axb                            | false",
        "a.b              | a.b                            | true",
        "c++              | we use C++ here                | true",
        "c++              | we use c here                  | false",
        "(lost            | I was (lost) there             | true",
        "[a-z]            | q                              | false",
        "$5               | it cost $5                     | true",
        "$5               | it cost €5                     | false",
      })
  void findsWholeWordsInAnyLanguageAndNothingElse(String keyword, String text, boolean found) {
    assertEquals(found, new Keywords(List.of(keyword)).in(text));
  }

  @Test
  void whatIsOnlyPunctuationHasNoWords() {
    assertEquals(List.of(), Keywords.words(".* ?!"));
    assertEquals(List.of(), Keywords.words("   "));
  }

  @Test
  void aThousandKeywordsFindTheLastWordOfALongText() {
    Keywords keywords =
        new Keywords(IntStream.range(0, 1_000).mapToObj(i -> "word" + i + " next").toList());
    assertTrue(keywords.in("nothing here ".repeat(10_000) + "word999 next"));
  }
}
