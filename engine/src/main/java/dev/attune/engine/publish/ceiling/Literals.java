package dev.attune.engine.publish.ceiling;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.Condition.Absent;
import dev.attune.engine.rule.condition.Condition.Accumulated;
import dev.attune.engine.rule.condition.Condition.All;
import dev.attune.engine.rule.condition.Condition.Any;
import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Condition.Present;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Property;
import dev.attune.engine.rule.condition.Expression.Unary;
import dev.attune.engine.rule.condition.Expressions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The numbers and texts that stand in a rule's conditions. */
final class Literals {
  private static final List<Integer> WINDOWS = List.of(0, 8, 31);
  private static final Set<String> AGES =
      Set.of("last7Days", "last30Days", "daysSinceFirst", "daysSinceLast", "hoursIdle");
  private static final int MOST_COUNT = 10_000;
  private static final int MOST_DAYS = 3_000;

  private final Set<Long> numbers = new TreeSet<>();
  private final Set<String> texts = new TreeSet<>();
  private boolean ages;

  private Literals() {}

  static Literals of(CheckedRule rule) {
    Literals literals = new Literals();
    rule.conditions().forEach(literals::read);
    return literals;
  }

  private void read(Condition condition) {
    if (condition instanceof Pattern pattern) pattern.constraints().forEach(this::read);
    if (condition instanceof Absent absent) read(absent.of());
    if (condition instanceof Present present) read(present.of());
    if (condition instanceof All all) all.of().forEach(this::read);
    if (condition instanceof Any any) any.of().forEach(this::read);
    if (condition instanceof Accumulated total) {
      read(total.over());
      total.constraints().forEach(this::read);
    }
  }

  private void read(Constraint constraint) {
    Expressions.parts(constraint.expression()).forEach(this::read);
  }

  private void read(Expression expression) {
    if (expression instanceof Unary unary
        && unary.of() instanceof Literal negated
        && negated.value() instanceof Number number) numbers.add(-number.longValue());
    if (expression instanceof Property property) ages |= AGES.contains(property.name());
    if (!(expression instanceof Literal literal)) return;
    if (literal.value() instanceof Number number) numbers.add(number.longValue());
    if (literal.value() instanceof String text) texts.add(text);
  }

  Set<String> texts() {
    return texts;
  }

  /** Each number with its neighbours. */
  Set<Long> around() {
    Set<Long> around = new TreeSet<>();
    for (long number : numbers) around.addAll(List.of(number - 1, number, number + 1));
    if (around.isEmpty()) around.add(1L);
    return around;
  }

  /** How often something may have happened. */
  Set<Integer> counts() {
    Set<Integer> counts = new TreeSet<>(List.of(1));
    for (long each : around()) {
      if (each > 0 && each <= MOST_COUNT) counts.add((int) each);
    }
    return counts;
  }

  /** Whether the rule asks when something happened. */
  boolean readsAges() {
    return ages;
  }

  /** How many days, or hours, ago it may have been: also before the windows that rules read. */
  Set<Integer> days() {
    if (!ages) return Set.of(0);
    Set<Integer> days = new TreeSet<>(WINDOWS);
    for (long each : around()) {
      if (each > 0 && each <= MOST_DAYS) days.add((int) each);
    }
    return days;
  }
}
