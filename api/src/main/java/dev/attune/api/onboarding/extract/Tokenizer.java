package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into words: contractions, elisions and glued numbers come apart. */
final class Tokenizer {
  private static final Pattern WORD =
      Pattern.compile(
          "\\d+(?:[.,]\\d+)*"
              + "|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]"
              + "|[\\p{L}\\p{M}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]]+"
              + "(?:['’ʼ`][\\p{L}\\p{M}]+)?(?:\\+\\+|#)?");
  private static final Set<String> ELIDING =
      Set.of("l", "d", "j", "n", "s", "c", "m", "t", "qu", "un", "all", "dell", "nell", "sull");
  private static final Map<String, String> ENDINGS =
      Map.of("m", "am", "re", "are", "ve", "have", "ll", "will", "d", "would");
  private static final Set<String> BEFORE_IS =
      Set.of("it", "he", "she", "that", "there", "what", "who", "here", "where", "how", "this");
  private static final Map<String, String> NEGATED_VERBS =
      Map.of("wo", "will", "ca", "can", "sha", "shall");

  private Tokenizer() {}

  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    int last = 0;
    while (words.find()) {
      String before = text.substring(last, words.start());
      split(new Token(words.group(), Fold.fold(words.group()), words.start(), words.end(), before))
          .forEach(tokens::add);
      last = words.end();
    }
    return tokens;
  }

  private static List<Token> split(Token token) {
    int apostrophe = apostrophe(token.normal());
    if (apostrophe < 0) return List.of(token);
    String head = token.normal().substring(0, apostrophe);
    String tail = token.normal().substring(apostrophe + 1);
    if (tail.equals("t") && head.endsWith("n")) {
      String verb = head.substring(0, head.length() - 1);
      return parts(token, apostrophe, NEGATED_VERBS.getOrDefault(verb, verb), "not");
    }
    if (ENDINGS.containsKey(tail)) return parts(token, apostrophe, head, ENDINGS.get(tail));
    if (tail.equals("s")) return parts(token, apostrophe, head, possessiveOrIs(head));
    if (ELIDING.contains(head)) return parts(token, apostrophe, head, tail);
    return List.of(token.spelled(head + tail));
  }

  private static String possessiveOrIs(String head) {
    if (head.equals("let")) return "us";
    return BEFORE_IS.contains(head) ? "is" : "'s";
  }

  private static List<Token> parts(Token token, int at, String first, String second) {
    int cut = Math.min(token.start() + at, token.end());
    return List.of(
        new Token(
            token.text().substring(0, cut - token.start()),
            first,
            token.start(),
            cut,
            token.before()),
        new Token(token.text().substring(cut - token.start()), second, cut, token.end(), ""));
  }

  private static int apostrophe(String word) {
    for (int i = 1; i < word.length(); i++) {
      if ("'’ʼ`".indexOf(word.charAt(i)) >= 0) return i;
    }
    return -1;
  }
}
