package dev.attune.engine.rule.condition;

import dev.attune.engine.fact.Activity;
import dev.attune.engine.fact.Exposure;
import dev.attune.engine.fact.Feature;
import dev.attune.engine.fact.Item;
import dev.attune.engine.fact.Segment;
import dev.attune.engine.rule.condition.Property.Reading;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Vocabulary;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The one place that knows which properties each fact has in rules. {@code Profile} and {@code
 * Visit} take theirs from the vocabulary, the others from their records. Immutable.
 */
public final class Properties {
  private final Map<FactType, Map<String, Property>> byFact = new EnumMap<>(FactType.class);

  public Properties(Vocabulary vocabulary) {
    byFact.put(FactType.PROFILE, declared(vocabulary.profile().values()));
    byFact.put(FactType.VISIT, declared(vocabulary.visit().values()));
    byFact.put(FactType.ACTIVITY, components(Activity.class));
    byFact.put(FactType.FEATURE, components(Feature.class));
    byFact.put(FactType.ITEM, components(Item.class));
    byFact.put(FactType.EXPOSURE, components(Exposure.class));
    byFact.put(FactType.SEGMENT, components(Segment.class));
  }

  /** By name, in the order of declaration. */
  public Map<String, Property> of(FactType fact) {
    return byFact.getOrDefault(fact, Map.of());
  }

  /** The property names one field gives; more than one for a date. */
  public static Stream<Property> of(Field field) {
    Property value = new Property(field.name(), type(field), field, Reading.VALUE);
    if (value.type() != PropertyType.DATE) return Stream.of(value);
    String capital = Character.toUpperCase(field.name().charAt(0)) + field.name().substring(1);
    return Stream.of(
        value,
        new Property("daysSince" + capital, PropertyType.WHOLE, field, Reading.DAYS_SINCE),
        new Property("daysUntil" + capital, PropertyType.WHOLE, field, Reading.DAYS_UNTIL));
  }

  private static Map<String, Property> declared(Collection<Field> fields) {
    Map<String, Property> properties = new LinkedHashMap<>();
    fields.stream().flatMap(Properties::of).forEach(each -> properties.put(each.name(), each));
    return properties;
  }

  private static PropertyType type(Field field) {
    return switch (field.type()) {
      case ONE_OF, TEXT -> PropertyType.TEXT;
      case MANY_OF -> PropertyType.TEXTS;
      case NUMBER -> PropertyType.NUMBER;
      case FLAG -> PropertyType.FLAG;
      case DATE -> PropertyType.DATE;
    };
  }

  private static Map<String, Property> components(Class<? extends Record> type) {
    Map<String, Property> properties = new LinkedHashMap<>();
    Arrays.stream(type.getRecordComponents())
        .map(each -> new Property(each.getName(), type(each), null, Reading.VALUE))
        .forEach(each -> properties.put(each.name(), each));
    return properties;
  }

  private static PropertyType type(RecordComponent component) {
    if (component.getType() == int.class) return PropertyType.WHOLE;
    if (component.getType() == boolean.class) return PropertyType.FLAG;
    if (component.getType() == String.class) return PropertyType.TEXT;
    throw new IllegalStateException("rules cannot read " + component);
  }
}
