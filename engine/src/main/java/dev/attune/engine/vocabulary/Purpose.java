package dev.attune.engine.vocabulary;

import java.util.Locale;

/** What a fact may be used for, and what a person consents to. {@code SERVICE} needs no consent. */
public enum Purpose {
  SERVICE,
  PERSONALISATION,
  EXPERIMENTS,
  EMAIL,
  NOTIFICATIONS,
  AI_ONBOARDING,
  THIRD_PARTIES;

  /** The name on the wire and in YAML, e.g. {@code ai_onboarding}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
