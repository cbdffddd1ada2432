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
  record Quantity(double low, double high, int from, int to) {
    private static final int FEW = 3;

    /** Its words, of no list. */
    Match words() {
      return new Match(Term.of("", "", "", Form.EXACT), from, to);
    }

    /** Whether hardly anything else is said, "must be seven by now": it answers a question. */
    boolean standsAlmostAloneIn(Clause clause) {
      int others = 0;
      for (int word = 0; word < clause.size(); word++) {
        boolean inside = from <= word && word < to;
        if (!inside && !clause.cueAt("hedge", word)) others++;
      }
      return others <= FEW;
    }
  }

  List<Quantity> in(List<Token> tokens) {
    List<Quantity> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Quantity number = number(tokens, at);
      if (number == null) {
        at++;
        continue;
      }
      Quantity whole = more(tokens, range(tokens, number));
      found.add(whole);
      at = whole.to();
    }
    return found;
  }

  /** "Forty-odd", "two and a half": the words after it belong to the number. */
  private static Quantity more(List<Token> tokens, Quantity number) {
    int next = number.to();
    if (next < tokens.size() && VAGUELY.contains(tokens.get(next).normal())) {
      return new Quantity(number.low(), number.high(), number.from(), next + 1);
    }
    return endsInHalf(tokens, next)
        ? new Quantity(number.low() + HALF, number.high() + HALF, number.from(), next + 3)
        : number;
  }

  /** Whether "and a half" stands at a word. */
  static boolean endsInHalf(List<Token> tokens, int at) {
    return at + 2 < tokens.size()
        && tokens.get(at).is("and")
        && tokens.get(at + 1).is("a")
        && tokens.get(at + 2).is("half");
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

  private static final double HALF = 0.5;
  private static final Set<String> POINTING =
      Set.of(
          "this", "that", "which", "another", "each", "every", "any", "first", "second", "last",
          "next", "new", "old", "other", "wrong", "right", "good", "big", "no");
  private static final Set<String> VAGUELY = Set.of("odd", "ish", "something");
  private static final Set<String> JOINTS = Set.of("and", "y", "e", "et", "og", "och", "i", "ve");
  private static final List<String> UNIT_JOINTS = List.of("und", "en", "og");
  private static final Set<String> RANGE_WORDS =
      Set.of("to", "or", "bis", "a", "oder", "ou", "o", "tot", "of", "do", "till", "ate");

  private @Nullable Quantity number(List<Token> tokens, int from) {
    Token first = tokens.get(from);
    if (first.isNumber()) return digits(tokens, from);
    if (pointsAtOne(tokens, from)) return null;
    if (isHalfDozen(tokens, from)) return new Quantity(6, 6, from, from + 3);
    double total = 0;
    double part = 0;
    int at = from;
    while (at < tokens.size()) {
      Double value = value(tokens, at, at > from);
      boolean joined = at > from && JOINTS.contains(tokens.get(at).normal());
      if (value == null || (joined && !mayJoin(part, value))) break;
      if (part > 0 && (value >= 100 || isTimes(tokens.get(at), part, value))) part *= value;
      else part += value;
      if (value >= 1000) {
        total += part;
        part = 0;
      }
      at += joined ? 2 : 1;
    }
    return at == from ? null : new Quantity(total + part, total + part, from, at);
  }

  /** "That one", "the wrong one": a word for something, no number. */
  private static boolean pointsAtOne(List<Token> tokens, int at) {
    return at > 0 && tokens.get(at).is("one") && POINTING.contains(tokens.get(at - 1).normal());
  }

  private @Nullable Double value(List<Token> tokens, int at, boolean inside) {
    boolean and = inside && JOINTS.contains(tokens.get(at).normal()) && at + 1 < tokens.size();
    String word = tokens.get(and ? at + 1 : at).normal();
    Double value = words.get(word);
    return value == null ? compound(word) : value;
  }

  /** "A hundred and ten", "treinta y cinco"; "ten and five" are two numbers. */
  private static boolean mayJoin(double part, double value) {
    boolean hundreds = part > 0 && part % 100 == 0;
    boolean tens = part >= 20 && part % 10 == 0 && value < 10;
    return hundreds || tens;
  }

  /** Five tens are fifty where tens have no words of their own. */
  private static boolean isTimes(Token word, double part, double value) {
    return value == 10 && part < 10 && Scripts.standsAlone(word.normal().codePointAt(0));
  }

  /** "Fünfundzwanzig": the unit first, then the tens. */
  private @Nullable Double compound(String word) {
    for (String joint : UNIT_JOINTS) {
      int at = word.indexOf(joint, 2);
      if (at < 0) continue;
      Double unit = words.get(word.substring(0, at));
      Double tens = words.get(word.substring(at + joint.length()));
      if (unit != null && tens != null && unit < 10 && tens >= 20 && tens < 100) return unit + tens;
    }
    return null;
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
