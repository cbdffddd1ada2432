package dev.attune.engine.explain.flip;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.explain.WrittenPattern;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Derive;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Unary;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.rule.condition.Property;
import dev.attune.engine.vocabulary.FeatureType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which stored facts a rule depends on, through features and segments down to what can change. */
final class Keys {
  private final Content content;
  private final Properties properties;
  private final List<CheckedRule> rules = new ArrayList<>();

  Keys(Content content) {
    this.content = content;
    this.properties = new Properties(content.vocabulary());
    content
        .useCases()
        .forEach(useCase -> useCase.files().forEach(file -> rules.addAll(file.rules())));
  }

  List<CheckedRule> rules() {
    return rules;
  }

  /** Everything the rules that may propose the action depend on. */
  Set<String> ofProposing(String action) {
    Set<String> keys = new LinkedHashSet<>();
    for (CheckedRule rule : rules) {
      for (Consequence consequence : rule.consequences()) {
        if (consequence instanceof Propose propose && propose.action().equals(action))
          add(rule, keys, new HashSet<>());
      }
    }
    return keys;
  }

  /** Everything the rules that derive the segment depend on. */
  Set<String> ofDeriving(String segment) {
    Set<String> keys = new LinkedHashSet<>();
    addSegment(segment, keys, new HashSet<>());
    return keys;
  }

  /** Everything that decides whether the action is admitted once proposed. */
  Set<String> ofGates(ActionCard card) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add("consent." + card.purpose().wire());
    keys.add("encounter." + card.id());
    if (card.goal() != null) keys.add("event." + card.goal().event());
    return keys;
  }

  private void add(CheckedRule rule, Set<String> keys, Set<String> segmentsAsked) {
    for (WrittenPattern pattern : WrittenPattern.of(rule)) {
      keys.addAll(of(pattern));
      if (pattern.fact() == FactType.SEGMENT)
        pattern.names().forEach(segment -> addSegment(segment, keys, segmentsAsked));
    }
  }

  private void addSegment(String segment, Set<String> keys, Set<String> segmentsAsked) {
    if (!segmentsAsked.add(segment)) return;
    for (CheckedRule rule : rules) {
      for (Consequence consequence : rule.consequences()) {
        if (consequence instanceof Derive derive && derive.segment().equals(segment))
          add(rule, keys, segmentsAsked);
      }
    }
  }

  /** What one pattern reads itself. */
  Set<String> of(WrittenPattern pattern) {
    Set<String> keys = new LinkedHashSet<>();
    switch (pattern.fact()) {
      case PROFILE -> fields(pattern).forEach(field -> keys.add("profile." + field));
      case VISIT -> fields(pattern).forEach(field -> keys.add("visit." + field));
      case ACTIVITY -> pattern.names().forEach(event -> keys.add("event." + event));
      case FEATURE -> pattern.names().forEach(name -> feature(name, keys));
      case ITEM -> pattern.names().forEach(kind -> keys.add("item." + kind));
      case EXPOSURE -> pattern.names().forEach(action -> keys.add("encounter." + action));
      case SEGMENT -> {}
    }
    return keys;
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

  private Set<String> fields(WrittenPattern pattern) {
    Set<String> fields = new LinkedHashSet<>();
    for (Constraint constraint : pattern.pattern().constraints())
      collect(constraint.expression(), pattern.fact(), fields);
    return fields;
  }

  private void collect(Expression expression, FactType fact, Set<String> fields) {
    if (expression instanceof Expression.Property read) {
      String field = field(fact, read.name());
      if (field != null) fields.add(field);
    }
    if (expression instanceof Unary unary) collect(unary.of(), fact, fields);
    if (expression instanceof Among among) collect(among.left(), fact, fields);
    if (expression instanceof Binary binary) {
      collect(binary.left(), fact, fields);
      collect(binary.right(), fact, fields);
    }
  }

  private @Nullable String field(FactType fact, String property) {
    Property declared = properties.of(fact).get(property);
    return declared == null || declared.field() == null ? null : declared.field().name();
  }
}
