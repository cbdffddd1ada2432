package dev.attune.engine.rule.condition;

import dev.attune.engine.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every name a rule may use. Immutable.
 *
 * @param cards ids of all cards
 * @param segments names some rule derives; null while not all of these rules can be read
 */
public record Names(Vocabulary vocabulary, Set<String> cards, @Nullable Set<String> segments) {
  private static final Set<String> ITEM_STATES = Set.of("open", "closed");

  /** What a text property may be compared with. */
  record Domain(String what, Collection<String> names) {}

  /** The names a property can hold; null when it can hold any text. */
  @Nullable Domain domain(FactType fact, Property property) {
    if (property.field() != null) {
      return property.field().values().isEmpty()
          ? null
          : new Domain("value of " + property.name(), property.field().values());
    }
    return switch (fact.word() + "." + property.name()) {
      case "Activity.event" -> new Domain("event", vocabulary.events().keySet());
      case "Feature.name" -> new Domain("feature", vocabulary.features().keySet());
      case "Item.kind" -> new Domain("item", vocabulary.items().keySet());
      case "Item.state" -> new Domain("state", ITEM_STATES);
      case "Exposure.action" -> new Domain("action", cards);
      case "Segment.name" -> segments == null ? null : new Domain("segment", segments);
      default -> null;
    };
  }
}
