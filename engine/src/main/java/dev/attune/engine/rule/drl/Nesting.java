package dev.attune.engine.rule.drl;

import dev.attune.engine.rule.token.Token;
import dev.attune.engine.text.Diagnostics;
import java.util.List;
import java.util.Set;

/** Bounds what would cost a parser its stack or its time. */
final class Nesting {
  private static final int DEEPEST = 12;
  private static final int MOST_SIGNS = 8;
  private static final int MOST_TOKENS = 60_000;
  private static final Set<String> OPEN = Set.of("(", "[", "{", "[[");
  private static final Set<String> CLOSE = Set.of(")", "]", "}", "]]");
  private static final Set<String> SIGNS = Set.of("!", "-", "+", "~", "++", "--", "not", "exists");

  private Nesting() {}

  /** False, with a diagnostic, when a file is too deep or says too much. */
  static boolean isBounded(List<Token> tokens, Diagnostics diagnostics) {
    int depth = 0;
    int signs = 0;
    for (Token token : tokens) {
      boolean plain = !token.is(Token.Type.STRING);
      if (plain && OPEN.contains(token.text())) depth++;
      if (plain && CLOSE.contains(token.text())) depth--;
      signs = plain && SIGNS.contains(token.text()) ? signs + 1 : 0;
      if (depth > DEEPEST || signs > MOST_SIGNS) {
        String message = "nested deeper than " + DEEPEST + " levels. Write several rules";
        diagnostics.error(token.place(), "nesting", message);
        return false;
      }
    }
    if (tokens.size() > MOST_TOKENS) {
      Token last = tokens.get(MOST_TOKENS);
      diagnostics.error(last.place(), "too-large", "the file says too much. Split it before this");
      return false;
    }
    return true;
  }
}
