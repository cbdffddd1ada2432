package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Null;
import dev.attune.engine.rule.condition.Expression.Variable;
import dev.attune.engine.rule.condition.Names.Domain;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.text.Place;
import java.util.regex.Pattern;

/** Whether the two sides of an operator fit it and each other. */
final class Fit {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final Diagnostics diagnostics;

  Fit(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void equal(Binary binary, Side left, Side right) {
    if (left.type() == PropertyType.TEXTS && !isNull(binary.right())) {
      error(binary.left().place(), "type", "a many-of field is read with contains");
      return;
    }
    if (left.type() == PropertyType.DATE && !isNull(binary.right())) {
      error(binary.left().place(), "type", "compare a date by its age: daysSince… or daysUntil…");
      return;
    }
    fits(left, binary.left(), right, binary.right());
  }

  void contains(Binary binary, Side left, Side right) {
    if (left.type() != null && left.type() != PropertyType.TEXTS) {
      error(
          binary.left().place(),
          "type",
          "\"contains\" looks into a many-of field, and this is none. Compare with ==");
      return;
    }
    fits(new Side(PropertyType.TEXT, true, left.domain()), binary.left(), right, binary.right());
  }

  void ordered(Binary binary, Side left, Side right) {
    order(binary.left(), left);
    boolean told = left.type() == PropertyType.DATE && right.type() == PropertyType.TEXT;
    if (!told) order(binary.right(), right);
  }

  private void order(Expression expression, Side side) {
    if (side.type() == null && expression instanceof Literal) {
      error(expression.place(), "type", "null has no order. Compare with == null");
    }
    if (side.type() == null || side.type().isNumeric()) return;
    if (expression instanceof Literal literal
        && NUMBER.matcher(String.valueOf(literal.value())).matches()) {
      error(expression.place(), "type", "a number stands without quotes: " + literal.value());
      return;
    }
    error(
        expression.place(),
        "type",
        side.type() == PropertyType.DATE
            ? "compare a date by its age: daysSince… or daysUntil…"
            : "only numbers have an order, and this is none. Compare with == or in");
  }

  Side computed(Binary binary, Side left, Side right) {
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

  void numeric(Expression expression, Side side) {
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

  /** Both sides have one type, and a literal on the right is a declared name. */
  void fits(Side left, Expression of, Side right, Expression value) {
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
