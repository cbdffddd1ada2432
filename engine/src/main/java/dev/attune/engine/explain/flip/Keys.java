package dev.attune.engine.explain.flip;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.explain.WrittenPattern;
import dev.attune.engine.explain.WrittenRules;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expressions;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.rule.condition.Property;
import dev.attune.engine.vocabulary.FeatureType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which stored facts rules depend on, through features and segments down to what can change.
 * Thread-safe.
 */
final class Keys {
  /** Every action the person has met. */
  static final String EVERY_ENCOUNTER = "encounter.*";

  private final Content content;
  private final WrittenRules written;
  private final Properties properties;
  private final Map<String, Set<String>> ofProposing = new ConcurrentHashMap<>();

  Keys(Content content, WrittenRules written) {
    this.content = content;
    this.written = written;
    this.properties = new Properties(content.vocabulary());
  }

  /** Everything the rules that may propose the action depend on. */
  Set<String> ofProposing(String action) {
    return ofProposing.computeIfAbsent(action, absent -> of(rulesBehind(action)));
  }

  /** Everything the rules that derive the segment depend on. */
  Set<String> ofDeriving(String segment) {
    Set<CheckedRule> rules = new LinkedHashSet<>();
    addSegment(segment, rules);
    return of(rules);
  }

  /** Everything that decides whether the action is admitted once proposed. */
  Set<String> ofGates(ActionCard card) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add("encounter." + card.id());
    if (card.goal() != null) keys.add("event." + card.goal().event());
    keys.add("consent." + card.purpose().wire());
    return keys;
  }

  /** The rules that may propose the action, and those that derive the segments they read. */
  Set<CheckedRule> rulesBehind(String action) {
    Set<CheckedRule> rules = new LinkedHashSet<>();
    written.proposing(action).forEach(rule -> add(rule, rules));
    return rules;
  }

  private void add(CheckedRule rule, Set<CheckedRule> rules) {
    if (!rules.add(rule)) return;
    for (WrittenPattern pattern : WrittenPattern.of(rule)) {
      if (pattern.fact() == FactType.SEGMENT)
        segments(pattern).forEach(segment -> addSegment(segment, rules));
    }
  }

  private void addSegment(String segment, Set<CheckedRule> rules) {
    written.deriving(segment).forEach(rule -> add(rule, rules));
  }

  /** The segments a pattern asks for: all of them when it names none. */
  Collection<String> segments(WrittenPattern pattern) {
    return pattern.names().isEmpty() ? written.segments() : pattern.names();
  }

  private Set<String> of(Collection<CheckedRule> rules) {
    Set<String> keys = new LinkedHashSet<>();
    for (CheckedRule rule : rules)
      WrittenPattern.of(rule).forEach(pattern -> keys.addAll(of(pattern)));
    return keys;
  }

  /** What one pattern reads itself. */
  Set<String> of(WrittenPattern pattern) {
    Set<String> keys = new LinkedHashSet<>();
    switch (pattern.fact()) {
      case PROFILE, VISIT ->
          pattern.pattern().constraints().forEach(each -> keys.addAll(of(pattern, each)));
      case ACTIVITY ->
          named(pattern, content.vocabulary().events().keySet())
              .forEach(event -> keys.add("event." + event));
      case FEATURE ->
          named(pattern, content.vocabulary().features().keySet())
              .forEach(name -> feature(name, keys));
      case ITEM ->
          named(pattern, content.vocabulary().items().keySet())
              .forEach(kind -> keys.add("item." + kind));
      case EXPOSURE ->
          named(pattern, List.of("*")).forEach(action -> keys.add("encounter." + action));
      case SEGMENT -> {}
    }
    return keys;
  }

  /** What one constraint on the profile or the visit reads. */
  Set<String> of(WrittenPattern pattern, Constraint constraint) {
    Set<String> keys = new LinkedHashSet<>();
    Expressions.parts(constraint.expression())
        .forEach(
            part -> {
              String field =
                  part instanceof Expression.Property read
                      ? field(pattern.fact(), read.name())
                      : null;
              if (field != null)
                keys.add((pattern.fact() == FactType.PROFILE ? "profile." : "visit.") + field);
            });
    return keys;
  }

  /** The names a pattern asks for; every possible one when it does not say. */
  private static Collection<String> named(WrittenPattern pattern, Collection<String> every) {
    return pattern.names().isEmpty() ? every : pattern.names();
  }

  private void feature(String name, Set<String> keys) {
    FeatureType type = content.vocabulary().features().get(name);
    if (type == null) return;
    keys.add("event." + type.adoptedBy());
    if (type.opportunity() != null) keys.add("event." + type.opportunity());
    FeatureType before =
        type.after() == null ? null : content.vocabulary().features().get(type.after());
    if (before != null) keys.add("event." + before.adoptedBy());
  }

  private @Nullable String field(FactType fact, String property) {
    Property declared = properties.of(fact).get(property);
    return declared == null || declared.field() == null ? null : declared.field().name();
  }
}
