package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.token.Token;
import dev.attune.engine.rule.token.Token.Type;
import dev.attune.engine.text.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a file, to find those whose places Drools' parser does not keep. Immutable. */
final class WrittenWords {
  private final List<Token> tokens;

  /**
   * @param tokens the whole file, in order; the last is of type {@code END}
   */
  WrittenWords(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The first such word outside of brackets, from an offset to the end of the condition. */
  @Nullable Place first(String word, int from) {
    int depth = 0;
    for (Token each : conditionFrom(from)) {
      if (depth == 0 && each.is(word)) return each.place();
      depth += depth(each);
    }
    return null;
  }

  /** The words of each total of the accumulate that starts at an offset. */
  List<List<Token>> totals(int from) {
    List<List<Token>> totals = new ArrayList<>();
    List<Token> total = new ArrayList<>();
    int depth = 0;
    boolean over = true;
    for (Token each : conditionFrom(from)) {
      depth += depth(each);
      boolean ends = depth == 1 && (each.is(";") || each.is(",") && !over) || depth == 0;
      if (ends && !over && !total.isEmpty()) {
        totals.add(List.copyOf(total));
        total.clear();
        if (!each.is(",")) return totals;
      } else if (ends) {
        over &= !each.is(";");
      } else if (!over) {
        total.add(each);
      }
    }
    return totals;
  }

  private static int depth(Token token) {
    return token.is("(") ? 1 : token.is(")") ? -1 : 0;
  }

  /** All words from an offset to the end of the rule's conditions. */
  private List<Token> conditionFrom(int offset) {
    int first = 0;
    int end = tokens.size();
    while (first < end) {
      int middle = (first + end) >>> 1;
      if (tokens.get(middle).start() < offset) first = middle + 1;
      else end = middle;
    }
    int last = first;
    while (last < tokens.size() && !isOver(tokens.get(last))) last++;
    return tokens.subList(first, last);
  }

  private static boolean isOver(Token token) {
    return token.is(Type.END) || token.is("then");
  }
}
