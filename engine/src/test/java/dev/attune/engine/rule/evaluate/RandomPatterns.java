package dev.attune.engine.rule.evaluate;

import static dev.attune.engine.rule.evaluate.SmallWorld.HERE;

import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Unary;
import dev.attune.engine.rule.condition.Expression.Variable;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.rule.condition.Property;
import dev.attune.engine.rule.condition.PropertyType;
import dev.attune.engine.rule.evaluate.RandomRules.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Patterns, constraints and totals over the small world. */
final class RandomPatterns {
  private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");
  private final Properties properties = new Properties(SmallWorld.vocabulary());
  private final Random random;
  private final List<String> segments;
  private final Supplier<String> names;

  RandomPatterns(Random random, List<String> segments, Supplier<String> names) {
    this.random = random;
    this.segments = segments;
    this.names = names;
  }

  Condition.Pattern pattern(Scope scope) {
    FactType type = RandomRules.anyType(random);
    if (type == FactType.SEGMENT && segments.isEmpty()) type = FactType.FEATURE;
    List<Constraint> constraints = new ArrayList<>();
    int number = type.isSingle() ? 1 + random.nextInt(3) : random.nextInt(3);
    if (type == FactType.SEGMENT) {
      constraints.add(test(named("name", segments)));
    } else {
      for (int i = 0; i < number; i++) constraints.addAll(constraints(type, scope));
    }
    String variable = null;
    if (type == FactType.ITEM && random.nextBoolean()) {
      variable = names.get();
      scope.items.add(variable);
    }
    return new Condition.Pattern(type, variable, constraints, HERE);
  }

  /** A total over one pattern, bound and tested. */
  Condition totals(Scope scope) {
    Scope inner = scope.inner();
    List<Constraint> constraints = new ArrayList<>();
    FactType type = random.nextBoolean() ? FactType.ACTIVITY : FactType.ITEM;
    Expression count = new Expression.Property(type == FactType.ITEM ? "hoursIdle" : "count", HERE);
    if (random.nextBoolean()) constraints.addAll(constraints(type, inner));
    String value = names.get();
    constraints.add(new Constraint(value + " : " + Drl.of(count), value, count, HERE));
    Condition over = new Condition.Pattern(type, null, constraints, HERE);
    List<Condition.Total> totals = new ArrayList<>();
    List<Constraint> tests = new ArrayList<>();
    int number = 1 + random.nextInt(2);
    for (int i = 0; i < number; i++) {
      String function = List.of("sum", "count", "min", "max", "average").get(random.nextInt(5));
      String total = names.get();
      boolean ofNothing = function.equals("count") && random.nextBoolean();
      totals.add(
          new Condition.Total(total, function, ofNothing ? null : new Variable(value, HERE), HERE));
      if (random.nextBoolean()) {
        tests.add(
            test(
                new Binary(
                    oneOf(List.of("<", "<=", ">", ">=")),
                    new Variable(total, HERE),
                    figure(),
                    HERE)));
      }
      if (function.equals("sum")) scope.wholes.add(total);
    }
    return new Condition.Accumulated(over, totals, tests, HERE);
  }

  private List<Constraint> constraints(FactType type, Scope scope) {
    List<Property> all = List.copyOf(properties.of(type).values());
    Property property = all.get(random.nextInt(all.size()));
    if (random.nextInt(4) == 0 && isBindable(property)) return List.of(binding(property, scope));
    boolean arithmetic = property.type().isNumeric() && random.nextInt(4) == 0;
    if (arithmetic) return arithmetic(property);
    Expression one = expression(type, property, scope);
    if (random.nextInt(4) > 0) return List.of(test(one));
    Property other = all.get(random.nextInt(all.size()));
    String operator = random.nextBoolean() ? "||" : "&&";
    return List.of(test(new Binary(operator, one, expression(type, other, scope), HERE)));
  }

  private static boolean isBindable(Property property) {
    return property.type() == PropertyType.TEXT || property.type() == PropertyType.WHOLE;
  }

  private Constraint binding(Property property, Scope scope) {
    String name = names.get();
    if (property.field() == null) {
      (property.type() == PropertyType.TEXT ? scope.texts : scope.wholes).add(name);
    }
    return new Constraint(name + " : " + property.name(), name, read(property), HERE);
  }

  /** An unknown number in arithmetic is asked for first, as authors must. */
  private List<Constraint> arithmetic(Property property) {
    List<Constraint> constraints = new ArrayList<>();
    if (property.field() != null) {
      Expression unknown = new Literal(Expression.Null.NULL, HERE);
      constraints.add(test(new Binary("!=", read(property), unknown, HERE)));
    }
    Expression sum = new Binary(oneOf(List.of("+", "-", "*")), read(property), figure(), HERE);
    constraints.add(test(new Binary(oneOf(List.of("<", ">", ">=")), sum, figure(), HERE)));
    return constraints;
  }

  private Expression expression(FactType type, Property property, Scope scope) {
    return switch (property.type()) {
      case TEXT -> text(type, property, scope);
      case TEXTS ->
          new Binary(
              random.nextBoolean() ? "contains" : "not contains",
              read(property),
              new Literal(oneOf(SmallWorld.GOALS), HERE),
              HERE);
      case WHOLE, NUMBER -> number(property, scope);
      case FLAG -> flag(property);
      case DATE ->
          new Binary(equality(), read(property), new Literal(Expression.Null.NULL, HERE), HERE);
    };
  }

  private Expression text(FactType type, Property property, Scope scope) {
    List<String> values = values(type, property.name());
    return switch (random.nextInt(6)) {
      case 0 ->
          new Among(
              read(property),
              random.nextBoolean(),
              List.of(new Literal(oneOf(values), HERE), new Literal(oneOf(values), HERE)),
              HERE);
      case 1 ->
          new Binary(
              random.nextBoolean() ? "matches" : "not matches",
              read(property),
              new Literal("[a-m].*", HERE),
              HERE);
      case 2 -> {
        if (scope.texts.isEmpty()) yield named(property.name(), values);
        yield new Binary(equality(), read(property), new Variable(oneOf(scope.texts), HERE), HERE);
      }
      case 3 -> new Binary("!=", read(property), new Literal(oneOf(values), HERE), HERE);
      default -> named(property.name(), values);
    };
  }

  private Expression number(Property property, Scope scope) {
    boolean joins = !scope.wholes.isEmpty() && random.nextInt(3) == 0;
    Expression right = joins ? new Variable(oneOf(scope.wholes), HERE) : figure();
    return new Binary(oneOf(COMPARISONS), read(property), right, HERE);
  }

  private Expression flag(Property property) {
    if (property.field() != null) {
      return new Binary(equality(), read(property), new Literal(random.nextBoolean(), HERE), HERE);
    }
    return switch (random.nextInt(3)) {
      case 0 -> read(property);
      case 1 -> new Unary('!', read(property), HERE);
      default -> new Binary("==", read(property), new Literal(random.nextBoolean(), HERE), HERE);
    };
  }

  private static List<String> values(FactType type, String property) {
    return switch (property) {
      case "role" -> SmallWorld.ROLES;
      case "page" -> SmallWorld.PAGES;
      case "event" -> SmallWorld.EVENTS;
      case "kind" -> SmallWorld.ITEMS;
      case "action" -> SmallWorld.ACTIONS;
      case "state" -> List.of("open", "closed");
      case "note" -> List.of("mm", "x");
      case "name" -> SmallWorld.FEATURES;
      default -> List.of("i1", "T2");
    };
  }

  private Expression named(String property, List<String> values) {
    return new Binary(
        "==", new Expression.Property(property, HERE), new Literal(oneOf(values), HERE), HERE);
  }

  private static Expression read(Property property) {
    return new Expression.Property(property.name(), HERE);
  }

  private static Constraint test(Expression expression) {
    return new Constraint(Drl.of(expression), null, expression, HERE);
  }

  private Literal figure() {
    return new Literal(random.nextInt(6), HERE);
  }

  private String equality() {
    return random.nextBoolean() ? "==" : "!=";
  }

  private <T> T oneOf(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
