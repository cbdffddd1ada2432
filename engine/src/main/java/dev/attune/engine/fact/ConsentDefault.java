package dev.attune.engine.fact;

import dev.attune.engine.vocabulary.Purpose;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What stands for a person who was never asked: by law and by default nothing but {@code SERVICE}.
 * A deployment that asks for consent elsewhere names here what it holds, e.g. {@code
 * personalisation}. Applied by the fact store when it loads, so that rules, arbitration and records
 * all see the same consent; what a person decided always stands above it.
 *
 * @param granted the purposes taken as granted
 */
public record ConsentDefault(Set<Purpose> granted) {
  public static final ConsentDefault NOTHING = new ConsentDefault(Set.of());
  public static final ConsentDefault PERSONALISATION =
      new ConsentDefault(Set.of(Purpose.PERSONALISATION));

  /** Completes what a person decided. */
  public Consent complete(Map<Purpose, Boolean> decided) {
    if (granted.isEmpty()) return decided.isEmpty() ? Consent.NONE : new Consent(decided);
    Map<Purpose, Boolean> complete = new EnumMap<>(Purpose.class);
    for (Purpose purpose : granted) complete.put(purpose, true);
    complete.putAll(decided);
    return new Consent(complete);
  }
}
