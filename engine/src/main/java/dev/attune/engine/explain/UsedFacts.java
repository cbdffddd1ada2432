package dev.attune.engine.explain;

import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.rule.condition.Property;
import dev.attune.engine.rule.evaluate.Match;
import dev.attune.engine.rule.evaluate.MatchedFact;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what a rule matched on, and how each value came to be known. */
final class UsedFacts {
  private final Known known;
  private final Instant now;
  private final Properties properties;

  UsedFacts(Known known, Instant now, Vocabulary vocabulary) {
    this.known = known;
    this.now = now;
    this.properties = new Properties(vocabulary);
  }

  List<UsedFact> of(Match match) {
    List<UsedFact> used = new ArrayList<>();
    for (MatchedFact matched : match.facts())
      matched.read().forEach((property, value) -> used.add(used(matched, property, value)));
    return used;
  }

  private UsedFact used(MatchedFact matched, String property, Object value) {
    Field field = field(matched.type(), property);
    return new UsedFact(
        matched.type().word() + name(matched.read()),
        property,
        value,
        provenance(matched.type(), field),
        field == null || field.sayable(),
        matched.place());
  }

  private @Nullable Field field(FactType type, String property) {
    Property declared = properties.of(type).get(property);
    return declared == null ? null : declared.field();
  }

  /** The name of a fact of which there are several, with a space before it. */
  private static String name(Map<String, Object> read) {
    for (String property : List.of("event", "action", "name", "kind")) {
      if (read.get(property) instanceof String name) return " " + name;
    }
    return "";
  }

  private @Nullable Provenance provenance(FactType type, @Nullable Field field) {
    if (type == FactType.SEGMENT || type == FactType.VISIT) return null;
    if (type != FactType.PROFILE) return Provenance.of(Source.OBSERVED, now);
    ProfileValue value = field == null ? null : known.profile().get(field.name());
    return value == null ? null : value.provenance();
  }
}
