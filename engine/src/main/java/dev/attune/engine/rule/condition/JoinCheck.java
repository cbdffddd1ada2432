package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Condition.Absent;
import dev.attune.engine.rule.condition.Condition.Accumulated;
import dev.attune.engine.rule.condition.Condition.All;
import dev.attune.engine.rule.condition.Condition.Any;
import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Condition.Present;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Bounds what a rule may cost: each pattern that can match many facts multiplies the work of the
 * others, and each {@code or} doubles the rule.
 */
public final class JoinCheck {
  /** Patterns of one rule. */
  public static final int MOST_PATTERNS = 16;

  /** Patterns of one rule that can match many facts. */
  public static final int MOST_WIDE = 3;

  /** Alternatives of one rule after its {@code or}s are multiplied. */
  public static final int MOST_ALTERNATIVES = 8;

  private final Diagnostics diagnostics;
  private final List<Pattern> patterns = new ArrayList<>();

  private JoinCheck(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  public static void check(List<Condition> conditions, Diagnostics diagnostics) {
    new JoinCheck(diagnostics).checkAll(conditions);
  }

  private void checkAll(List<Condition> conditions) {
    long alternatives = 1;
    for (Condition each : conditions) {
      long before = alternatives;
      alternatives = product(alternatives, alternatives(each));
      if (before > MOST_ALTERNATIVES || alternatives <= MOST_ALTERNATIVES) continue;
      error(
          each.place(),
          "more than " + MOST_ALTERNATIVES + " alternatives. Write two rules or a segment");
    }
    if (patterns.size() > MOST_PATTERNS) {
      error(
          patterns.get(MOST_PATTERNS).place(),
          "more than " + MOST_PATTERNS + " facts in one rule. Derive a segment from some");
    }
    List<Pattern> wide = patterns.stream().filter(JoinCheck::isWide).toList();
    if (wide.size() > MOST_WIDE) {
      error(
          wide.get(MOST_WIDE).place(),
          "more than "
              + MOST_WIDE
              + " facts that can be many. Name the event, feature or action: event == \"…\"");
    }
  }

  private long alternatives(Condition condition) {
    if (condition instanceof Pattern pattern) {
      patterns.add(pattern);
      return 1;
    }
    if (condition instanceof Any any) {
      return any.of().stream().mapToLong(this::alternatives).reduce(0, Math::addExact);
    }
    if (condition instanceof All all) {
      return all.of().stream().mapToLong(this::alternatives).reduce(1, JoinCheck::product);
    }
    if (condition instanceof Absent absent) return alternatives(absent.of());
    if (condition instanceof Present present) return alternatives(present.of());
    return alternatives(((Accumulated) condition).over());
  }

  private static long product(long a, long b) {
    return Math.min(1_000_000, a * b);
  }

  private static boolean isWide(Pattern pattern) {
    if (pattern.fact().isSingle()) return false;
    return pattern.fact() == FactType.ITEM
        || pattern.constraints().stream().noneMatch(each -> names(each.expression()));
  }

  /** {@code event == "…"}: at most one fact is so. */
  private static boolean names(Expression expression) {
    return expression instanceof Binary binary
        && binary.operator().equals("==")
        && binary.left() instanceof Expression.Property property
        && List.of("event", "name", "action").contains(property.name())
        && binary.right() instanceof Literal;
  }

  private void error(Place place, String message) {
    diagnostics.error(place, "too-wide", message);
  }
}
