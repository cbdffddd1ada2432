package dev.attune.api.onboarding.dialogue;

import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What was found in a person's words, surely or not, and what was known before. */
final class Heard {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private Heard() {}

  static Findings said(Map<String, Noted> said) {
    return new Findings(said, Set.of(), Set.of(), Set.of(), Set.of(), Map.of());
  }

  static Noted sure(Object value) {
    return new Noted(value, "the words", 1, "lexicon", 0.9, "pack", NOW);
  }

  static Noted unsure(Object value) {
    return new Noted(value, "the words", 1, "encoder", 0.5, "pack", NOW);
  }

  static Map<String, ProfileValue> declared(Object role, Instant at) {
    return Map.of("role", new ProfileValue(role, Provenance.of(Source.DECLARED, at)));
  }
}
