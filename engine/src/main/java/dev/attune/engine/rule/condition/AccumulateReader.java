package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Condition.Absent;
import dev.attune.engine.rule.condition.Condition.Accumulated;
import dev.attune.engine.rule.condition.Condition.All;
import dev.attune.engine.rule.condition.Condition.Any;
import dev.attune.engine.rule.condition.Condition.Present;
import dev.attune.engine.rule.condition.Condition.Total;
import dev.attune.engine.rule.token.Lexer;
import dev.attune.engine.rule.token.Token;
import dev.attune.engine.rule.token.Unreadable;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;

/** Reads {@code accumulate( pattern; totals; tests )}. */
final class AccumulateReader {
  private static final List<String> FUNCTIONS = List.of("count", "sum", "min", "max", "average");

  private final SourceText source;
  private final WrittenWords words;
  private final Diagnostics diagnostics;
  private final ConditionReader conditions;

  AccumulateReader(
      SourceText source, WrittenWords words, Diagnostics diagnostics, ConditionReader conditions) {
    this.source = source;
    this.words = words;
    this.diagnostics = diagnostics;
    this.conditions = conditions;
  }

  Optional<Condition> read(PatternDescr pattern, AccumulateDescr accumulate) {
    Place place = conditions.place(pattern);
    if (accumulate.getInitCode() != null
        || accumulate.getActionCode() != null
        || accumulate.getReverseCode() != null
        || accumulate.getResultCode() != null) {
      conditions.refuse(
          place,
          "code in accumulate is not allowed. Use count, sum, min, max or average:"
              + " accumulate( Activity( $n : count ); $all : sum( $n ); $all > 3 )");
      return Optional.empty();
    }
    Optional<Condition> over = conditions.over(accumulate.getInput());
    List<Total> totals = new ArrayList<>();
    List<List<Token>> written = words.totals(Math.max(0, pattern.getStartCharacter()));
    List<AccumulateFunctionCallDescr> calls = accumulate.getFunctions();
    for (int i = 0; i < calls.size(); i++) {
      List<Token> own = i < written.size() ? written.get(i) : List.of();
      total(calls.get(i), new TotalPlaces(place, own)).ifPresent(totals::add);
    }
    List<Constraint> tests = conditions.constraints(pattern);
    if (over.isPresent() && !hasFacts(over.get())) {
      conditions.refuse(
          place,
          "accumulate needs facts of one kind to compute over: Item( kind == \"draft\", $id : id )");
      return Optional.empty();
    }
    if (over.isPresent() && hasTotals(over.get())) {
      conditions.refuse(
          place,
          "accumulate computes over facts, not over another total. Write them one below the other,"
              + " or derive a segment");
      return Optional.empty();
    }
    return over.map(each -> new Accumulated(each, List.copyOf(totals), tests, place));
  }

  /** Whether it matches facts, and not only the absence or presence of some, or one of several. */
  private static boolean hasFacts(Condition over) {
    if (over instanceof All all) return all.of().stream().anyMatch(AccumulateReader::hasFacts);
    return !(over instanceof Absent) && !(over instanceof Present) && !(over instanceof Any);
  }

  /** Totals of totals cannot be walked, and so not be explained. */
  private static boolean hasTotals(Condition over) {
    if (over instanceof Accumulated) return true;
    if (over instanceof Absent absent) return hasTotals(absent.of());
    if (over instanceof Present present) return hasTotals(present.of());
    List<Condition> parts =
        over instanceof All all ? all.of() : over instanceof Any any ? any.of() : List.of();
    return parts.stream().anyMatch(AccumulateReader::hasTotals);
  }

  /**
   * Where the words of one total stand.
   *
   * @param accumulate where the whole starts
   * @param words of the total; empty when they were not found
   */
  private record TotalPlaces(Place accumulate, List<Token> words) {
    Place start() {
      return words.isEmpty() ? accumulate : words.get(0).place();
    }

    Place function(String name) {
      return words.stream()
          .filter(each -> each.is(name))
          .map(Token::place)
          .findFirst()
          .orElse(start());
    }

    Place parameter() {
      for (int i = 0; i + 1 < words.size(); i++) {
        if (words.get(i).is("(")) return words.get(i + 1).place();
      }
      return start();
    }
  }

  private Optional<Total> total(AccumulateFunctionCallDescr call, TotalPlaces places) {
    String function = call.getFunction();
    if (!FUNCTIONS.contains(function)) {
      conditions.refuse(
          places.function(function),
          "accumulate has no function \""
              + function
              + "\"."
              + Nearest.maybe(function, FUNCTIONS)
              + " Known: "
              + String.join(", ", FUNCTIONS));
      return Optional.empty();
    }
    if (call.isUnification() || call.getBind() != null && !call.getBind().startsWith("$")) {
      conditions.refuse(places.start(), "bind a total with a colon: $all : " + function + "( $n )");
      return Optional.empty();
    }
    String[] parameters = call.getParams();
    int wanted = function.equals("count") ? Math.min(1, parameters.length) : 1;
    if (parameters.length != wanted) {
      conditions.refuse(
          places.function(function), function + " takes one value, such as " + function + "( $n )");
      return Optional.empty();
    }
    return parameter(parameters, places.parameter())
        .map(of -> new Total(call.getBind(), function, of.expression, places.start()));
  }

  /** A parameter, which {@code count()} goes without. */
  private record Parameter(@Nullable Expression expression) {}

  private Optional<Parameter> parameter(String[] parameters, Place place) {
    if (parameters.length == 0) return Optional.of(new Parameter(null));
    // Drools keeps the text of parameters and no offsets.
    SourceText text = new SourceText(source.file(), parameters[0]);
    try {
      Constraint read = ExpressionParser.read(parameters[0], Lexer.read(text, new Diagnostics()));
      if (read.binds() == null && read.expression() instanceof Expression.Variable variable) {
        return Optional.of(new Parameter(new Expression.Variable(variable.name(), place)));
      }
    } catch (Unreadable e) {
      // Said below, in words that fit.
    }
    diagnostics.error(
        place,
        "not-allowed",
        "accumulate computes over a variable only: Activity( $n : count ); $all : sum( $n )");
    return Optional.empty();
  }
}
