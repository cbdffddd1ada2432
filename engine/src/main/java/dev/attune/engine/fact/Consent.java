package dev.attune.engine.fact;

import dev.attune.engine.vocabulary.Purpose;
import java.util.Map;

/**
 * What a person agreed to. Off until granted, apart from {@code SERVICE}.
 *
 * @param granted the purposes the person decided on; absent means never asked
 */
public record Consent(Map<Purpose, Boolean> granted) {
  public static final Consent NONE = new Consent(Map.of());

  public boolean allows(Purpose purpose) {
    return purpose == Purpose.SERVICE || granted.getOrDefault(purpose, false);
  }
}
