package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Null;
import dev.attune.engine.rule.condition.Expression.Unary;
import dev.attune.engine.rule.condition.Expression.Variable;
import dev.attune.engine.rule.condition.Variables.Bound;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.text.Place;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Types one constraint: properties and variables exist, a test is true or false, and what {@code
 * &&} has found to be known counts as known after it. Whether two sides fit is for {@link Fit}.
 * Used once.
 */
final class ExpressionCheck {
  private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/");

  private final @Nullable FactType fact;
  private final Map<String, Property> properties;
  private final Names names;
  private final Variables variables;
  private final Diagnostics diagnostics;
  private final Fit fit;

  /** Properties and variables an earlier part of an {@code &&} chain found to be known. */
  private final Set<String> known = new HashSet<>();

  /**
   * @param fact null over the totals of an accumulate
   */
  ExpressionCheck(
      @Nullable FactType fact,
      Map<String, Property> properties,
      Names names,
      Variables variables,
      Diagnostics diagnostics) {
    this.fact = fact;
    this.properties = properties;
    this.names = names;
    this.variables = variables;
    this.diagnostics = diagnostics;
    this.fit = new Fit(diagnostics);
  }

  /** A test is true or false. */
  void test(Expression expression) {
    Side side = side(expression);
    if (isConstant(expression)) {
      error(
          expression.place(),
          "constant",
          "this comes out the same for everybody. Compare a property with a value");
      return;
    }
    if (side.type() == null || side.type() == PropertyType.FLAG && side.certain()) return;
    error(
        expression.place(),
        "type",
        side.type() == PropertyType.FLAG
            ? "it may be unknown whether this is true. Write == true or == false"
            : "this is not true or false. Compare it with something");
  }

  private static boolean isConstant(Expression expression) {
    return Expressions.parts(expression)
        .noneMatch(each -> each instanceof Expression.Property || each instanceof Variable);
  }

  Side side(Expression expression) {
    if (expression instanceof Literal literal) return literal(literal);
    if (expression instanceof Expression.Property property) return property(property);
    if (expression instanceof Variable variable) return variable(variable);
    if (expression instanceof Unary unary) return unary(unary);
    if (expression instanceof Among among) return among(among);
    return binary((Binary) expression);
  }

  private static Side literal(Literal literal) {
    if (literal.value() == Null.NULL) return Side.ANY;
    if (literal.value() instanceof String) return Side.of(PropertyType.TEXT);
    if (literal.value() instanceof Boolean) return Side.of(PropertyType.FLAG);
    return Side.of(literal.value() instanceof Integer ? PropertyType.WHOLE : PropertyType.NUMBER);
  }

  private Side property(Expression.Property expression) {
    Property property = properties.get(expression.name());
    if (property == null || fact == null) {
      String of = fact == null ? "accumulate" : fact.word();
      String maybe = Nearest.maybe(expression.name(), properties.keySet());
      String known =
          properties.isEmpty() ? "" : " Known: " + String.join(", ", properties.keySet());
      error(
          expression.place(),
          "unknown-property",
          of
              + " has no property \""
              + expression.name()
              + "\"."
              + (maybe.isEmpty() ? known : maybe));
      return Side.ANY;
    }
    boolean certain = property.field() == null || known.contains(property.name());
    return new Side(property.type(), certain, names.domain(fact, property));
  }

  private Side variable(Variable expression) {
    Bound bound = variables.get(expression.name()).orElse(null);
    if (bound == null) {
      error(
          expression.place(),
          "unknown-variable",
          "\""
              + expression.name()
              + "\" is not bound before this."
              + Nearest.maybe(expression.name(), variables.names()));
      return Side.ANY;
    }
    if (bound.isFact()) {
      String message = "\"" + expression.name() + "\" is a whole fact. Bind the property you mean";
      error(expression.place(), "type", message);
      return Side.ANY;
    }
    return new Side(bound.type(), bound.certain() || known.contains(expression.name()), null);
  }

  private Side unary(Unary unary) {
    Side of = side(unary.of());
    if (unary.operator() == '!') {
      test(unary.of(), of);
      return Side.of(PropertyType.FLAG);
    }
    fit.numeric(unary.of(), of);
    return new Side(of.type(), true, null);
  }

  private void test(Expression expression, Side side) {
    if (side.type() == null || side.type() == PropertyType.FLAG && side.certain()) return;
    error(
        expression.place(),
        "type",
        side.type() == PropertyType.FLAG
            ? "it may be unknown whether this is true. Write == true or == false"
            : "\"!\" turns true and false round, nothing else. Write != or not in");
  }

  private Side among(Among among) {
    Side left = side(among.left());
    for (Expression value : among.values()) {
      if (isUnquoted(left, value)) continue;
      if (!(value instanceof Literal) && !(value instanceof Variable)) {
        error(value.place(), "type", "a list holds plain values or variables");
      } else {
        fit.fits(left, among.left(), side(value), value);
      }
    }
    return Side.of(PropertyType.FLAG);
  }

  private Side binary(Binary binary) {
    String operator = binary.operator();
    if (operator.equals("&&") || operator.equals("||")) return joined(binary);
    if (operator.endsWith("matches")) return matches(binary);
    Side left = side(binary.left());
    if (isUnquoted(left, binary.right())) return Side.of(PropertyType.FLAG);
    Side right = side(binary.right());
    if (ARITHMETIC.contains(operator)) return fit.computed(binary, left, right);
    if (operator.endsWith("contains")) fit.contains(binary, left, right);
    else if (ORDER.contains(operator)) fit.ordered(binary, left, right);
    else fit.equal(binary, left, right);
    return Side.of(PropertyType.FLAG);
  }

  /** A declared name written like a property. */
  private boolean isUnquoted(Side of, Expression value) {
    boolean unquoted =
        of.domain() != null
            && value instanceof Expression.Property written
            && !properties.containsKey(written.name())
            && of.domain().names().contains(written.name());
    if (unquoted) {
      String name = ((Expression.Property) value).name();
      error(value.place(), "quotes", "text stands in double quotes: \"" + name + "\"");
    }
    return unquoted;
  }

  private Side joined(Binary binary) {
    test(binary.left());
    Set<String> before = Set.copyOf(known);
    if (binary.operator().equals("&&")) known.addAll(Known.when(binary.left()));
    test(binary.right());
    known.retainAll(before);
    return Side.of(PropertyType.FLAG);
  }

  private Side matches(Binary binary) {
    Side left = side(binary.left());
    if (left.type() != null && left.type() != PropertyType.TEXT) {
      error(binary.left().place(), "type", "\"matches\" reads text, and this is none");
    }
    if (binary.right() instanceof Literal literal && literal.value() instanceof String regex) {
      PlainRegex.problem(regex).ifPresent(problem -> error(literal.place(), "regex", problem));
    } else {
      error(binary.right().place(), "regex", "a pattern stands in quotes: matches \"[a-z]+\"");
    }
    return Side.of(PropertyType.FLAG);
  }

  private void error(Place place, String code, String message) {
    diagnostics.error(place, code, message);
  }
}
