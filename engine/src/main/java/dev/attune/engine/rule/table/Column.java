package dev.attune.engine.rule.table;

import dev.attune.engine.action.Kind;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column is bound to, as its head says.
 *
 * @param fact the fact of a condition; null for every other column
 * @param key the event, feature, action or kind the fact is about; empty for none
 * @param property what is compared; empty when the cell says whether the fact is there
 * @param operator how it is compared
 */
record Column(
    Use use, Cell head, @Nullable FactType fact, String key, String property, String operator) {
  /** What the cells of a column are for. */
  enum Use {
    RULE,
    INTENT,
    CONDITION,
    ACTION,
    SEGMENT,
    BECAUSE,
    WEIGHT,
    WITH
  }

  private static final Pattern CONDITION =
      Pattern.compile(
          "([A-Z][a-z]+)(?: ([a-z][a-z0-9._-]*))??"
              + "(?: ([a-z][A-Za-z0-9]*) (==|!=|<|<=|>|>=|in|not in|contains|not contains|matches|not"
              + " matches))?");
  private static final Pattern WITH = Pattern.compile("with ([a-z][A-Za-z0-9-]*)");

  /** The column under this head; empty, with a diagnostic, when it says nothing known. */
  static Optional<Column> of(Cell head, Properties properties, Diagnostics diagnostics) {
    Matcher with = WITH.matcher(head.text());
    if (with.matches()) return Optional.of(plain(Use.WITH, head, with.group(1)));
    for (Kind kind : Kind.values()) {
      if (kind.verb().equals(head.text())) return Optional.of(plain(Use.ACTION, head, head.text()));
    }
    for (Use use : List.of(Use.RULE, Use.INTENT, Use.SEGMENT, Use.BECAUSE, Use.WEIGHT)) {
      if (word(use).equals(head.text())) return Optional.of(plain(use, head, ""));
    }
    Matcher condition = CONDITION.matcher(head.text());
    if (condition.matches()) {
      for (FactType fact : FactType.values()) {
        if (!fact.word().equals(condition.group(1))) continue;
        return isKnown(fact, condition.group(3), properties.of(fact).keySet(), head, diagnostics)
            ? Optional.of(on(fact, head, condition))
            : Optional.empty();
      }
    }
    diagnostics.error(
        head.place(),
        "column",
        "\"" + head.text() + "\" is no column." + Nearest.maybe(head.text(), words()) + EXAMPLES);
    return Optional.empty();
  }

  private static final String EXAMPLES =
      " Columns: rule, intent, because, weight, segment, with name, a verb such as nudge, or a"
          + " condition such as Profile role ==, Activity document.created count >=, Segment writer";

  private static boolean isKnown(
      FactType fact,
      @Nullable String property,
      Set<String> known,
      Cell head,
      Diagnostics diagnostics) {
    if (property == null || known.contains(property)) return true;
    String maybe = Nearest.maybe(property, known);
    diagnostics.error(
        head.place(),
        "unknown-property",
        fact.word()
            + " has no property \""
            + property
            + "\"."
            + (maybe.isEmpty() ? " Known: " + String.join(", ", known) : maybe));
    return false;
  }

  private static Column plain(Use use, Cell head, String key) {
    return new Column(use, head, null, key, "", "");
  }

  private static Column on(FactType fact, Cell head, Matcher condition) {
    return new Column(
        Use.CONDITION,
        head,
        fact,
        orEmpty(condition.group(2)),
        orEmpty(condition.group(3)),
        orEmpty(condition.group(4)));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String word(Use use) {
    return use.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>(FactType.words());
    Arrays.stream(Kind.values()).map(Kind::verb).forEach(words::add);
    words.addAll(List.of("rule", "intent", "because", "weight", "segment"));
    return words;
  }
}
