package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether one condition holds whenever another does, as far as their text shows it. */
final class Implication {
  private Implication() {}

  /** True only when it surely is so. */
  static boolean holds(Condition from, Condition to) {
    if (from instanceof Pattern narrow && to instanceof Pattern wide) {
      return narrow.fact() == wide.fact() && covers(narrow.constraints(), wide.constraints());
    }
    return Normal.of(from).equals(Normal.of(to));
  }

  private static boolean covers(List<Constraint> narrow, List<Constraint> wide) {
    return wide.stream()
        .filter(each -> each.binds() == null)
        .allMatch(needed -> narrow.stream().anyMatch(each -> holds(each, needed)));
  }

  private static boolean holds(Constraint from, Constraint to) {
    if (from.binds() != null) return false;
    if (Normal.of(from).equals(Normal.of(to))) return true;
    Set<Object> some = values(from.expression());
    Set<Object> others = values(to.expression());
    boolean subset = !some.isEmpty() && others.containsAll(some);
    return property(from.expression()).equals(property(to.expression()))
        && (subset || bounds(from.expression(), to.expression()));
  }

  /** {@code count >= 5} holds only where {@code count >= 3} does. */
  private static boolean bounds(Expression from, Expression to) {
    if (!(from instanceof Binary a) || !(to instanceof Binary b)) return false;
    if (!(a.right() instanceof Literal x) || !(b.right() instanceof Literal y)) return false;
    if (!(x.value() instanceof Number m) || !(y.value() instanceof Number n)) return false;
    int order = Double.compare(m.doubleValue(), n.doubleValue());
    return switch (a.operator() + " " + b.operator()) {
      case "> >", ">= >=", "> >=", "== >=" -> order >= 0;
      case ">= >", "== >" -> order > 0;
      case "< <", "<= <=", "< <=", "== <=" -> order <= 0;
      case "<= <", "== <" -> order < 0;
      default -> false;
    };
  }

  /** The values {@code ==} or {@code in} allow; empty for any other test. */
  private static Set<Object> values(Expression test) {
    if (test instanceof Binary binary
        && binary.operator().equals("==")
        && binary.right() instanceof Literal literal) {
      return Set.of(literal.value());
    }
    if (!(test instanceof Among among) || among.negated()) return Set.of();
    if (!among.values().stream().allMatch(Literal.class::isInstance)) return Set.of();
    return among.values().stream()
        .map(each -> ((Literal) each).value())
        .collect(Collectors.toSet());
  }

  private static String property(Expression test) {
    Expression left =
        test instanceof Among among
            ? among.left()
            : test instanceof Binary binary ? binary.left() : test;
    return left instanceof Expression.Property property ? property.name() : "?" + left.place();
  }
}
