package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Unary;
import dev.attune.engine.text.Place;
import java.util.stream.Stream;

/** Walks over expressions. */
public final class Expressions {
  private Expressions() {}

  /** The expression and everything inside it. */
  public static Stream<Expression> parts(Expression expression) {
    return Stream.concat(Stream.of(expression), inside(expression).flatMap(Expressions::parts));
  }

  /** The parts joined by {@code &&}: all of them hold when the expression does. */
  public static Stream<Expression> conjuncts(Expression expression) {
    return expression instanceof Binary binary && binary.operator().equals("&&")
        ? Stream.concat(conjuncts(binary.left()), conjuncts(binary.right()))
        : Stream.of(expression);
  }

  /** Where its first word stands; the place of two sides is that of their operator. */
  public static Place start(Expression expression) {
    return expression instanceof Binary binary ? start(binary.left()) : expression.place();
  }

  private static Stream<Expression> inside(Expression expression) {
    if (expression instanceof Binary binary) return Stream.of(binary.left(), binary.right());
    if (expression instanceof Unary unary) return Stream.of(unary.of());
    if (expression instanceof Among among) {
      return Stream.concat(Stream.of(among.left()), among.values().stream());
    }
    return Stream.empty();
  }
}
