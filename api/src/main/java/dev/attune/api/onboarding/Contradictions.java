package dev.attune.api.onboarding;

import dev.attune.engine.fact.Known;
import java.util.Set;

/** Finds declared values that a person's behaviour speaks against. */
@FunctionalInterface
public interface Contradictions {
  /** Names of the doubted fields. Takes microseconds. */
  Set<String> in(Known known);
}
