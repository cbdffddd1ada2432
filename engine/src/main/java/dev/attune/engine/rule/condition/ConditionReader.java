package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Condition.Absent;
import dev.attune.engine.rule.condition.Condition.All;
import dev.attune.engine.rule.condition.Condition.Any;
import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Condition.Present;
import dev.attune.engine.rule.token.Lexer;
import dev.attune.engine.rule.token.Token;
import dev.attune.engine.rule.token.Unreadable;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;

/**
 * Turns the parsed tree of a {@code when} part into conditions. An allow-list: a construct that is
 * not named here is refused, with what to write instead. Names and types are for {@link
 * ConditionCheck}.
 */
public final class ConditionReader {
  private static final Map<String, String> REFUSED =
      Map.of(
          "EvalDescr", "\"eval\" is not allowed. Write the test inside a fact's parentheses",
          "ForallDescr", "\"forall\" is not allowed. Write not( … ) with the opposite test",
          "NamedConsequenceDescr", "\"do\" is not allowed. Write a second rule",
          "ConditionalBranchDescr", "\"if\" is not allowed. Write a second rule");

  private static final java.util.regex.Pattern VARIABLE =
      java.util.regex.Pattern.compile("\\$[A-Za-z_][A-Za-z0-9_]*");

  private final SourceText source;
  private final WrittenWords words;
  private final Diagnostics diagnostics;

  /**
   * @param tokens of the whole file
   */
  public ConditionReader(SourceText source, List<Token> tokens, Diagnostics diagnostics) {
    this.source = source;
    this.words = new WrittenWords(tokens);
    this.diagnostics = diagnostics;
  }

  /** The conditions, without those that were refused. */
  public List<Condition> read(AndDescr lhs) {
    return all(lhs.getDescrs());
  }

  private List<Condition> all(List<BaseDescr> descrs) {
    List<Condition> read = new ArrayList<>();
    for (BaseDescr each : descrs) condition(each).ifPresent(read::add);
    return List.copyOf(read);
  }

  private Optional<Condition> condition(BaseDescr descr) {
    Place place = place(descr);
    if (descr instanceof AnnotatedBaseDescr annotated
        && !annotated.getAnnotationNames().isEmpty()) {
      refuse(place, "annotations are not allowed. Delete it");
      return Optional.empty();
    }
    if (descr instanceof PatternDescr pattern) return pattern(pattern);
    if (descr instanceof AndDescr and) return Optional.of(new All(all(and.getDescrs()), place));
    if (descr instanceof OrDescr or) return Optional.of(new Any(all(or.getDescrs()), place));
    if (descr instanceof NotDescr not) return absent(not, place);
    if (descr instanceof ExistsDescr exists) return present(exists, place);
    refuse(
        place,
        REFUSED.getOrDefault(
            descr.getClass().getSimpleName(),
            "this is not allowed here. Write facts, not( … ), exists( … ) or accumulate( … )"));
    return Optional.empty();
  }

  private Optional<Condition> absent(NotDescr not, Place place) {
    List<?> inside = not.getDescrs();
    return inner(inside, place).map(of -> new Absent(of, place));
  }

  private Optional<Condition> present(ExistsDescr exists, Place place) {
    List<?> inside = exists.getDescrs();
    return inner(inside, place).map(of -> new Present(of, place));
  }

  /** What stands inside {@code not} or {@code exists}. */
  private Optional<Condition> inner(List<?> descrs, Place place) {
    List<Condition> read = new ArrayList<>();
    for (Object each : descrs) condition((BaseDescr) each).ifPresent(read::add);
    if (read.isEmpty()) return Optional.empty();
    return Optional.of(read.size() == 1 ? read.get(0) : new All(List.copyOf(read), place));
  }

  private Optional<Condition> pattern(PatternDescr pattern) {
    if (pattern.getSource() instanceof GroupByDescr) {
      refuse(place(pattern), "groupby is not allowed. Write accumulate with a test on its total");
      return Optional.empty();
    }
    if (pattern.getSource() instanceof AccumulateDescr accumulate && isPlain(pattern)) {
      return new AccumulateReader(source, words, diagnostics, this).read(pattern, accumulate);
    }
    if (!isAllowed(pattern)) return Optional.empty();
    return fact(pattern)
        .map(
            fact ->
                new Pattern(fact, pattern.getIdentifier(), constraints(pattern), place(pattern)));
  }

  /** {@code accumulate( … )} on its own, not {@code Number() from accumulate( … )}. */
  private static boolean isPlain(PatternDescr pattern) {
    return "Object".equals(pattern.getObjectType()) && pattern.getIdentifier() == null;
  }

  private Optional<FactType> fact(PatternDescr pattern) {
    String word = pattern.getObjectType();
    for (FactType each : FactType.values()) {
      if (each.word().equals(word)) return Optional.of(each);
    }
    String maybe = Nearest.maybe(word, FactType.words());
    refuse(
        placeOf(word.split("\\.", 2)[0], pattern),
        "rules do not know the fact \""
            + word
            + "\"."
            + (maybe.isEmpty() ? " Known: " + String.join(", ", FactType.words()) : maybe));
    return Optional.empty();
  }

  private boolean isAllowed(PatternDescr pattern) {
    Place place = place(pattern);
    if (pattern.getObjectType() == null) {
      refuse(place, "paths are not allowed. Write the facts one by one");
    } else if (pattern.getSource() != null) {
      refuse(
          placeOf("from", pattern),
          "\"from\" is not allowed. Facts are given, such as Item( kind == \"draft\" )");
    } else if (pattern.isQuery()) {
      refuse(place, "queries are not allowed. Write the facts here");
    } else if (pattern.isUnification()) {
      refuse(placeOf(":=", pattern), "\":=\" is not allowed. Write $name : Fact( … )");
    } else if (!pattern.getBehaviors().isEmpty()) {
      refuse(
          placeOf("over", pattern),
          "\"over\" is not allowed. Activity counts days: last7Days, last30Days");
    } else {
      return isVariable(pattern.getIdentifier(), place);
    }
    return false;
  }

  private boolean isVariable(@Nullable String name, Place place) {
    if (name == null || VARIABLE.matcher(name).matches()) return true;
    refuse(
        place,
        name.startsWith("$")
            ? "a variable is $ and plain letters and digits, such as $draft"
            : "a variable starts with $: write $" + name);
    return false;
  }

  List<Constraint> constraints(PatternDescr pattern) {
    List<Constraint> constraints = new ArrayList<>();
    for (BaseDescr each : pattern.getDescrs()) {
      if (each instanceof ExprConstraintDescr constraint
          && constraint.getType() == ExprConstraintDescr.Type.NAMED) {
        constraint(constraint).ifPresent(constraints::add);
      } else {
        refuse(place(each), "separate constraints with commas, each with its property's name");
      }
    }
    return List.copyOf(constraints);
  }

  private Optional<Constraint> constraint(ExprConstraintDescr descr) {
    int from = descr.getStartCharacter();
    int until = descr.getEndCharacter() + 1;
    String text = descr.getExpression();
    boolean found = from >= 0 && until <= source.text().length() && from < until;
    if (!found || !source.text().substring(from, until).equals(text)) {
      refuse(place(descr), "this cannot be read. Write a constraint such as count >= 3");
      return Optional.empty();
    }
    try {
      return Optional.of(ExpressionParser.read(text, Lexer.read(source, from, until, diagnostics)));
    } catch (Unreadable e) {
      refuse(e.place(), e.getMessage());
      return Optional.empty();
    }
  }

  Place place(BaseDescr descr) {
    int start = descr.getStartCharacter();
    return start < 0
        ? source.at(Math.max(1, descr.getLine()), Math.max(0, descr.getColumn()) + 1)
        : source.at(start);
  }

  /** A word of it; where it starts when the word is written in some other way. */
  private Place placeOf(String word, BaseDescr descr) {
    Place found = words.first(word, Math.max(0, descr.getStartCharacter()));
    return found == null ? place(descr) : found;
  }

  Optional<Condition> over(BaseDescr input) {
    Optional<Condition> read = condition(input);
    return read.map(
        each -> each instanceof All all && all.of().size() == 1 ? all.of().get(0) : each);
  }

  void refuse(Place place, String message) {
    diagnostics.error(place, "not-allowed", message);
  }
}
