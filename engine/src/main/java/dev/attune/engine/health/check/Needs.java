package dev.attune.engine.health.check;

import dev.attune.engine.explain.WrittenPattern;
import dev.attune.engine.explain.WrittenRules;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.Condition.All;
import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Condition.Present;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expressions;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.rule.condition.Property;
import dev.attune.engine.vocabulary.FeatureType;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts without which a rule cannot match, e.g. {@code profile.role} or {@code event.x}. */
final class Needs {
  private static final Set<String> ALSO_TRUE_OF_NOTHING = Set.of("!=", "not contains");

  private final Content content;
  private final WrittenRules written;
  private final Properties properties;
  private final Set<String> needs = new LinkedHashSet<>();
  private final Set<String> segmentsAsked = new HashSet<>();

  private Needs(Content content, WrittenRules written) {
    this.content = content;
    this.written = written;
    this.properties = new Properties(content.vocabulary());
  }

  static Set<String> of(CheckedRule rule, Content content, WrittenRules written) {
    Needs needs = new Needs(content, written);
    needs.add(rule.conditions());
    return needs.needs;
  }

  private void add(List<Condition> conditions) {
    for (Condition condition : conditions) {
      if (condition instanceof All all) add(all.of());
      if (condition instanceof Present present) add(List.of(present.of()));
      if (condition instanceof Pattern pattern) add(new WrittenPattern(pattern));
    }
  }

  private void add(WrittenPattern pattern) {
    String name = pattern.names().size() == 1 ? pattern.names().get(0) : null;
    switch (pattern.fact()) {
      case PROFILE, VISIT -> addFields(pattern);
      case ACTIVITY -> addNamed("event.", name);
      case ITEM -> addNamed("item.", name);
      case FEATURE -> addFeature(pattern, name);
      case SEGMENT -> addSegment(name);
      case EXPOSURE -> {}
    }
  }

  private void addNamed(String kind, @Nullable String name) {
    if (name != null) needs.add(kind + name);
  }

  private void addFields(WrittenPattern pattern) {
    String kind = pattern.fact() == FactType.PROFILE ? "profile." : "visit.";
    for (String read : asked(pattern)) {
      Property property = properties.of(pattern.fact()).get(read);
      if (property != null && property.field() != null) needs.add(kind + property.field().name());
    }
  }

  /** The properties of which something must be known for the pattern to match. */
  private static Set<String> asked(WrittenPattern pattern) {
    Set<String> asked = new LinkedHashSet<>();
    for (Constraint constraint : pattern.pattern().constraints()) {
      if (constraint.binds() != null) continue;
      Expressions.conjuncts(constraint.expression())
          .forEach(
              test -> {
                if (test instanceof Expression.Property flag) asked.add(flag.name());
                if (test instanceof Among among
                    && !among.negated()
                    && among.left() instanceof Expression.Property read) asked.add(read.name());
                if (test instanceof Binary binary
                    && binary.left() instanceof Expression.Property read
                    && !ALSO_TRUE_OF_NOTHING.contains(binary.operator())
                    && !isNull(binary.right())) asked.add(read.name());
              });
    }
    return asked;
  }

  private static boolean isNull(Expression expression) {
    return expression instanceof Literal literal && literal.value() == Expression.Null.NULL;
  }

  private void addFeature(WrittenPattern pattern, @Nullable String name) {
    FeatureType type = name == null ? null : content.vocabulary().features().get(name);
    if (type == null) return;
    Set<String> asked = asked(pattern);
    if (asked.contains("adopted") || asked.contains("uses")) addNamed("event.", type.adoptedBy());
    if (asked.contains("missedOpportunities")) addNamed("event.", type.opportunity());
    FeatureType after =
        type.after() == null ? null : content.vocabulary().features().get(type.after());
    if (asked.contains("ready") && after != null) addNamed("event.", after.adoptedBy());
  }

  /** A segment with one way in needs what that way needs. */
  private void addSegment(@Nullable String name) {
    if (name == null || !segmentsAsked.add(name)) return;
    List<CheckedRule> ways = written.deriving(name);
    if (ways.size() == 1) add(ways.get(0).conditions());
  }
}
