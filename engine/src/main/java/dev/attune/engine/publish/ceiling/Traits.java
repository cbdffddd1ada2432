package dev.attune.engine.publish.ceiling;

import dev.attune.engine.explain.WrittenPattern;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expressions;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.rule.condition.Property;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every value that can make a difference to some rules: what the vocabulary lists, and each number
 * and text the rules compare with, the numbers with their neighbours. A fact that no rule reads has
 * no traits.
 */
final class Traits {
  private final Content content;
  private final Properties properties;
  private final TraitsByKey traits = new TraitsByKey();
  private final FieldTraits fields;
  private final BehaviourTraits behaviour;

  private Traits(Content content, Instant now) {
    this.content = content;
    this.properties = new Properties(content.vocabulary());
    this.fields = new FieldTraits(traits, now);
    this.behaviour = new BehaviourTraits(traits, content.vocabulary().features(), now);
  }

  /**
   * By what they are about; not to know a thing, or that it never happened, goes without saying.
   */
  static Map<String, List<Trait>> of(Collection<CheckedRule> rules, Content content, Instant now) {
    Traits all = new Traits(content, now);
    rules.forEach(all::addRule);
    return all.traits.all();
  }

  private void addRule(CheckedRule rule) {
    Literals literals = Literals.of(rule);
    for (WrittenPattern pattern : WrittenPattern.of(rule)) addPattern(pattern, literals);
  }

  private void addPattern(WrittenPattern pattern, Literals literals) {
    switch (pattern.fact()) {
      case PROFILE, VISIT ->
          fields(pattern).forEach(each -> fields.add(pattern.fact(), each, literals));
      case ACTIVITY ->
          names(pattern, content.vocabulary().events().keySet())
              .forEach(event -> behaviour.addEvent(event, literals));
      case FEATURE ->
          names(pattern, content.vocabulary().features().keySet())
              .forEach(name -> behaviour.addFeature(name, literals));
      case ITEM ->
          names(pattern, content.vocabulary().items().keySet())
              .forEach(kind -> behaviour.addItems(kind, literals));
      case EXPOSURE ->
          names(pattern, content.cards().keySet())
              .forEach(action -> behaviour.addEncounters(action, literals));
      case SEGMENT -> {}
    }
    if (!pattern.fact().isSingle()) traits.addConsent(Purpose.PERSONALISATION);
  }

  private static Collection<String> names(WrittenPattern pattern, Set<String> all) {
    return pattern.names().isEmpty() ? all : pattern.names();
  }

  private Set<Property> fields(WrittenPattern pattern) {
    Map<String, Property> declared = properties.of(pattern.fact());
    Set<Property> read = new LinkedHashSet<>();
    for (Constraint constraint : pattern.pattern().constraints())
      Expressions.parts(constraint.expression())
          .filter(Expression.Property.class::isInstance)
          .map(each -> declared.get(((Expression.Property) each).name()))
          .forEach(property -> addKnown(property, read));
    return read;
  }

  private static void addKnown(@Nullable Property property, Set<Property> read) {
    if (property != null && property.field() != null) read.add(property);
  }
}
