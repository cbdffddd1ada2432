package dev.attune.engine.explain;

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
import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Property;
import dev.attune.engine.rule.condition.FactType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A pattern as its author wrote it, with the one property that names the fact it is about. */
public record WrittenPattern(Pattern pattern) {
  /** All patterns of a condition, in the author's order. */
  static List<WrittenPattern> in(Condition condition) {
    return patterns(flat(condition));
  }

  /** Every pattern of a rule, those under {@code not}, {@code exists} and groups included. */
  public static List<WrittenPattern> of(CheckedRule rule) {
    return patterns(conditions(rule));
  }

  /** The totals of a rule. */
  public static List<Accumulated> totals(CheckedRule rule) {
    return conditions(rule).stream()
        .filter(Accumulated.class::isInstance)
        .map(Accumulated.class::cast)
        .toList();
  }

  /** What a total is taken over. */
  public static List<WrittenPattern> over(Accumulated total) {
    return in(total.over());
  }

  private static List<WrittenPattern> patterns(List<Condition> conditions) {
    return conditions.stream()
        .filter(Pattern.class::isInstance)
        .map(each -> new WrittenPattern((Pattern) each))
        .toList();
  }

  /** Every condition of a rule, groups and their parts. */
  static List<Condition> conditions(CheckedRule rule) {
    return rule.conditions().stream().flatMap(each -> flat(each).stream()).toList();
  }

  private static List<Condition> flat(Condition condition) {
    List<Condition> flat = new ArrayList<>(List.of(condition));
    if (condition instanceof Absent absent) flat.addAll(flat(absent.of()));
    if (condition instanceof Present present) flat.addAll(flat(present.of()));
    if (condition instanceof Accumulated total) flat.addAll(flat(total.over()));
    if (condition instanceof All all) all.of().forEach(each -> flat.addAll(flat(each)));
    if (condition instanceof Any any) any.of().forEach(each -> flat.addAll(flat(each)));
    return flat;
  }

  public FactType fact() {
    return pattern.fact();
  }

  /** Whether it binds a variable, so that later conditions may depend on it. */
  public boolean binds() {
    return pattern.variable() != null
        || pattern.constraints().stream().anyMatch(each -> each.binds() != null);
  }

  /** The names of the facts it is about, e.g. the event of {@code Activity( event == "x" )}. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Constraint constraint : pattern.constraints()) {
      Expression test = constraint.expression();
      if (test instanceof Binary same && same.operator().equals("==") && isName(same.left()))
        add(same.right(), names);
      if (test instanceof Among among && !among.negated() && isName(among.left()))
        among.values().forEach(each -> add(each, names));
    }
    return names;
  }

  private static void add(Expression value, List<String> names) {
    if (value instanceof Literal literal && literal.value() instanceof String name) names.add(name);
  }

  private boolean isName(Expression expression) {
    return expression instanceof Property property && isName(property.name());
  }

  /** Whether this property names the fact, so that another value means another fact. */
  boolean isName(String property) {
    return switch (fact()) {
      case ACTIVITY -> property.equals("event");
      case FEATURE, SEGMENT -> property.equals("name");
      case EXPOSURE -> property.equals("action");
      case ITEM -> property.equals("kind");
      case PROFILE, VISIT -> false;
    };
  }

  /** The constraints as written. */
  String text() {
    return pattern.constraints().stream().map(Constraint::text).collect(Collectors.joining(", "));
  }

  /**
   * The first comparison with a number that does not hold of something that never happened, whose
   * counts are zero and whose times are unknown. An item that is not there is simply not there.
   */
  Optional<Binary> comparisonWithNothing() {
    if (fact() == FactType.ITEM) return Optional.empty();
    return pattern.constraints().stream()
        .map(Constraint::expression)
        .filter(Binary.class::isInstance)
        .map(Binary.class::cast)
        .filter(each -> each.left() instanceof Property property && failsOfNothing(property, each))
        .findFirst();
  }

  private static boolean failsOfNothing(Property property, Binary comparison) {
    if (!(comparison.right() instanceof Literal literal)) return false;
    if (!(literal.value() instanceof Number needed)) return false;
    return isTime(property.name()) || !holdsOfZero(comparison.operator(), needed.doubleValue());
  }

  /** Whether a property tells how long ago something was. */
  static boolean isTime(String property) {
    return property.equals("daysSinceFirst") || property.equals("daysSinceLast");
  }

  private static boolean holdsOfZero(String operator, double needed) {
    return switch (operator) {
      case "==" -> needed == 0;
      case "!=" -> needed != 0;
      case "<" -> 0 < needed;
      case "<=" -> 0 <= needed;
      case ">" -> 0 > needed;
      default -> 0 >= needed;
    };
  }
}
