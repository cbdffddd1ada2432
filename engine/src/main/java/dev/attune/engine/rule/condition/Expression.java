package dev.attune.engine.rule.condition;

import dev.attune.engine.text.Place;
import java.util.List;

/** An expression over one fact, variables and literals. */
public sealed interface Expression {
  Place place();

  /**
   * A literal.
   *
   * @param value {@code String}, {@code Integer}, {@code Double}, {@code Boolean} or {@link Null}
   */
  record Literal(Object value, Place place) implements Expression {}

  /** The value of the literal {@code null}. */
  enum Null {
    NULL
  }

  /** A property of the fact the pattern matches. */
  record Property(String name, Place place) implements Expression {}

  /**
   * A bound variable.
   *
   * @param name with its {@code $}
   */
  record Variable(String name, Place place) implements Expression {}

  /** {@code !x} or, for a number, {@code -x}. */
  record Unary(char operator, Expression of, Place place) implements Expression {}

  /**
   * Two sides.
   *
   * @param operator {@code == != < <= > >= && || + - * / contains matches} or one of the last two
   *     after {@code not}, e.g. {@code not contains}
   */
  record Binary(String operator, Expression left, Expression right, Place place)
      implements Expression {}

  /** {@code left in ( a, b )} or {@code left not in ( a, b )}. */
  record Among(Expression left, boolean negated, List<Expression> values, Place place)
      implements Expression {}
}
