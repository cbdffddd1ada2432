package dev.attune.engine.explain;

import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.rule.condition.Property;
import dev.attune.engine.vocabulary.Purpose;
import dev.attune.engine.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.Optional;

/**
 * What consent keeps from the rules looks to them like nothing. A reason that rests on such a fact
 * says so, or it would be untrue.
 */
final class Withheld {
  private final Consent consent;
  private final Properties properties;

  Withheld(Consent consent, Vocabulary vocabulary) {
    this.consent = consent;
    this.properties = new Properties(vocabulary);
  }

  /** What stood in the way, and that rules could not see it where that is so. */
  Obstacle obstacle(Miss miss) {
    Obstacle seen = miss.obstacle();
    Optional<Purpose> missing = purpose(miss).filter(purpose -> !consent.allows(purpose));
    if (missing.isEmpty()) return seen;
    return new Obstacle(
        seen.words() + "; rules see nothing of it without consent to " + missing.get().wire(),
        seen.place(),
        seen.constraint(),
        seen.actual(),
        seen.needed());
  }

  /** What the fact is for; empty when rules always see it. */
  private Optional<Purpose> purpose(Miss miss) {
    String word = miss.fact().split(" ", 2)[0];
    Optional<FactType> type =
        Arrays.stream(FactType.values()).filter(each -> each.word().equals(word)).findFirst();
    if (type.isEmpty()) return Optional.empty();
    return switch (type.get()) {
      case VISIT -> Optional.empty();
      case SEGMENT -> miss.through().stream().findFirst().flatMap(this::purpose);
      case PROFILE -> field(miss);
      case ACTIVITY, FEATURE, ITEM, EXPOSURE -> Optional.of(Purpose.PERSONALISATION);
    };
  }

  private Optional<Purpose> field(Miss miss) {
    Property property =
        miss.property() == null ? null : properties.of(FactType.PROFILE).get(miss.property());
    return property == null || property.field() == null
        ? Optional.empty()
        : Optional.of(property.field().purpose());
  }
}
