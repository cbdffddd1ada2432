package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Null;
import dev.attune.engine.rule.condition.Expression.Unary;
import dev.attune.engine.rule.condition.Expression.Variable;
import dev.attune.engine.rule.condition.Names.Domain;
import dev.attune.engine.rule.condition.Variables.Bound;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.text.Place;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Types one constraint: properties and variables exist, both sides fit, names are declared, and
 * nothing is computed with a value that may be unknown. Used once.
 */
final class ExpressionCheck {
  private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/");

  private final @Nullable FactType fact;
  private final Map<String, Property> properties;
  private final Names names;
  private final Variables variables;
  private final Diagnostics diagnostics;

  /** Properties and variables an earlier part of an {@code &&} chain found to be known. */
  private final Set<String> known = new HashSet<>();

  /**
   * A type, and what else is to be known about a side.
   *
   * @param type null for the literal {@code null} or after an error, which fits everything
   * @param domain the names it can hold; null: any
   */
  record Side(@Nullable PropertyType type, boolean certain, @Nullable Domain domain) {
    static final Side ANY = new Side(null, true, null);

    static Side of(PropertyType type) {
      return new Side(type, true, null);
    }
  }

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
    numeric(unary.of(), of);
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
      if (!(value instanceof Literal) && !(value instanceof Variable)) {
        error(value.place(), "type", "a list holds plain values or variables");
      } else {
        fits(left, among.left(), value);
      }
    }
    return Side.of(PropertyType.FLAG);
  }

  private Side binary(Binary binary) {
    String operator = binary.operator();
    if (operator.equals("&&") || operator.equals("||")) return joined(binary);
    if (operator.endsWith("matches")) return matches(binary);
    Side left = side(binary.left());
    if (operator.endsWith("contains")) {
      contains(binary, left);
    } else if (ARITHMETIC.contains(operator)) {
      return computed(binary, left);
    } else if (ORDER.contains(operator)) {
      ordered(binary, left);
    } else {
      equal(binary, left);
    }
    return Side.of(PropertyType.FLAG);
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

  private void contains(Binary binary, Side left) {
    if (left.type() != null && left.type() != PropertyType.TEXTS) {
      error(
          binary.left().place(),
          "type",
          "\"contains\" looks into a many-of field, and this is none. Compare with ==");
      return;
    }
    fits(new Side(PropertyType.TEXT, true, left.domain()), binary.left(), binary.right());
  }

  private Side computed(Binary binary, Side left) {
    Side right = side(binary.right());
    numeric(binary.left(), left);
    numeric(binary.right(), right);
    if (binary.operator().equals("/")
        && !(binary.right() instanceof Literal literal
            && literal.value() instanceof Number number
            && number.doubleValue() != 0)) {
      error(binary.right().place(), "type", "divide only by a plain number that is not 0");
    }
    boolean whole = left.type() == PropertyType.WHOLE && right.type() == PropertyType.WHOLE;
    return Side.of(whole ? PropertyType.WHOLE : PropertyType.NUMBER);
  }

  private void numeric(Expression expression, Side side) {
    if (side.type() == null && expression instanceof Literal) {
      error(expression.place(), "type", "null is no number. Compare with == null");
    }
    if (side.type() == null) return;
    if (!side.type().isNumeric()) {
      error(expression.place(), "type", "this is no number, and only numbers are computed with");
    } else if (!side.certain()) {
      error(
          expression.place(),
          "unknown-value",
          "\""
              + name(expression)
              + "\" may be unknown. Write \""
              + name(expression)
              + " != null && …\" before computing with it");
    }
  }

  private static String name(Expression expression) {
    if (expression instanceof Expression.Property property) return property.name();
    return expression instanceof Variable variable ? variable.name() : "this";
  }

  private void ordered(Binary binary, Side left) {
    Side right = side(binary.right());
    order(binary.left(), left);
    order(binary.right(), right);
  }

  private void order(Expression expression, Side side) {
    if (side.type() == null && expression instanceof Literal) {
      error(expression.place(), "type", "null has no order. Compare with == null");
    }
    if (side.type() == null || side.type().isNumeric()) return;
    error(
        expression.place(),
        "type",
        side.type() == PropertyType.DATE
            ? "compare a date by its age: daysSince… or daysUntil…"
            : "only numbers have an order, and this is none. Compare with == or in");
  }

  private void equal(Binary binary, Side left) {
    if (left.type() == PropertyType.TEXTS && !isNull(binary.right())) {
      error(binary.left().place(), "type", "a many-of field is read with contains");
      return;
    }
    if (left.type() == PropertyType.DATE && !isNull(binary.right())) {
      error(binary.left().place(), "type", "compare a date by its age: daysSince… or daysUntil…");
      return;
    }
    fits(left, binary.left(), binary.right());
  }

  /** Both sides have one type, and a literal on the right is a declared name. */
  private void fits(Side left, Expression of, Expression value) {
    Side right = side(value);
    if (isNull(value)) {
      if (left.certain() && left.type() != null) {
        error(value.place(), "type", "this is never unknown. Delete the comparison with null");
      }
      return;
    }
    if (left.type() == null || right.type() == null) return;
    boolean numbers = left.type().isNumeric() && right.type().isNumeric();
    if (!numbers && left.type() != right.type()) {
      error(
          value.place(),
          "type",
          "this is to be " + Wording.of(left.type()) + " as the other side is");
      return;
    }
    if (left.type() == PropertyType.WHOLE
        && value instanceof Literal literal
        && literal.value() instanceof Double) {
      error(value.place(), "type", "a whole number never equals this. Compare with a whole number");
    }
    if (left.domain() != null && value instanceof Literal literal) declared(left.domain(), literal);
    if (of instanceof Literal && right.domain() != null) declared(right.domain(), (Literal) of);
  }

  private void declared(Domain domain, Literal literal) {
    String name = String.valueOf(literal.value());
    if (domain.names().contains(name)) return;
    error(
        literal.place(),
        "unknown-" + domain.what().split(" ", 2)[0],
        "unknown " + domain.what() + " \"" + name + "\"." + Nearest.maybe(name, domain.names()));
  }

  private static boolean isNull(Expression expression) {
    return expression instanceof Literal literal && literal.value() == Null.NULL;
  }

  private void error(Place place, String code, String message) {
    diagnostics.error(place, code, message);
  }
}
