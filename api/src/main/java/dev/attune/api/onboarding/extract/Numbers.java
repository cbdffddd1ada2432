package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds numbers in digits and in words: "12", "2k", "a hundred and fifty", "half a dozen". */
final class Numbers {
  private final Map<String, Double> words;

  private Numbers(Map<String, Double> words) {
    this.words = words;
  }

  static Numbers read(Pack pack, Language language) {
    Map<String, Double> words = new HashMap<>();
    pack.sections(language, "numbers")
        .forEach(
            (value, listed) ->
                listed.forEach(word -> words.putIfAbsent(Fold.fold(word), Double.valueOf(value))));
    return new Numbers(words);
  }

  /** The numbers of several languages; the first language's meaning of a word counts. */
  static Numbers joined(List<Numbers> languages) {
    Map<String, Double> words = new HashMap<>();
    languages.forEach(numbers -> numbers.words.forEach(words::putIfAbsent));
    return new Numbers(words);
  }

  /**
   * A number in a clause; a range is its two ends.
   *
   * @param from index of its first word
   * @param to index after its last word
   */
  record Quantity(double low, double high, int from, int to) {}

  List<Quantity> in(List<Token> tokens) {
    List<Quantity> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Quantity number = number(tokens, at);
      if (number == null) {
        at++;
        continue;
      }
      Quantity range = range(tokens, number);
      found.add(range);
      at = range.to();
    }
    return found;
  }

  private Quantity range(List<Token> tokens, Quantity low) {
    int next = low.to();
    if (next >= tokens.size()) return low;
    Token joint = tokens.get(next);
    boolean dash = joint.isNumber() && joint.before().matches("\\s?[-–—~]\\s?");
    boolean word = next + 1 < tokens.size() && RANGE_WORDS.contains(joint.normal());
    Quantity high = dash ? number(tokens, next) : word ? number(tokens, next + 1) : null;
    return high == null || high.low() <= low.low()
        ? low
        : new Quantity(low.low(), high.low(), low.from(), high.to());
  }

  private static final Set<String> RANGE_WORDS =
      Set.of("to", "or", "bis", "a", "oder", "ou", "o", "tot", "of", "do", "till", "ate");

  private @Nullable Quantity number(List<Token> tokens, int from) {
    Token first = tokens.get(from);
    if (first.isNumber()) return digits(tokens, from);
    if (isHalfDozen(tokens, from)) return new Quantity(6, 6, from, from + 3);
    double total = 0;
    double part = 0;
    int at = from;
    while (at < tokens.size()) {
      Double value = value(tokens, at, at > from);
      if (value == null || (tokens.get(at).is("and") && part % 100 != 0)) break;
      if (value >= 100 && part > 0) part *= value;
      else part += value;
      if (value >= 1000) {
        total += part;
        part = 0;
      }
      at += tokens.get(at).is("and") ? 2 : 1;
    }
    return at == from ? null : new Quantity(total + part, total + part, from, at);
  }

  private @Nullable Double value(List<Token> tokens, int at, boolean inside) {
    boolean and = inside && tokens.get(at).is("and") && at + 1 < tokens.size();
    return words.get(tokens.get(and ? at + 1 : at).normal());
  }

  private static boolean isHalfDozen(List<Token> tokens, int from) {
    return from + 2 < tokens.size()
        && tokens.get(from).is("half")
        && tokens.get(from + 1).is("a")
        && tokens.get(from + 2).is("dozen");
  }

  private static Quantity digits(List<Token> tokens, int from) {
    String digits = tokens.get(from).normal();
    boolean thousands = digits.matches("\\d{1,3}([.,]\\d{3})+");
    double value =
        Double.parseDouble(
            thousands
                ? digits.replaceAll("[.,]", "")
                : digits.replace(',', '.').replaceAll("\\.(?=.*\\.)", ""));
    boolean kilo =
        from + 1 < tokens.size()
            && tokens.get(from + 1).is("k")
            && tokens.get(from + 1).before().isEmpty();
    return kilo
        ? new Quantity(value * 1000, value * 1000, from, from + 2)
        : new Quantity(value, value, from, from + 1);
  }
}
