package dev.attune.api.onboarding;

import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.vocabulary.Purpose;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** A person's stored facts, as far as a conversation reads and writes them. Never blocks. */
public interface Profiles {
  CompletionStage<Known> load(PersonId person);

  /**
   * Writes declared values and removes others; the former ones stay in the history.
   *
   * @param values by field name
   */
  CompletionStage<Void> write(
      PersonId person, Map<String, ProfileValue> values, Set<String> removed);

  /** Keeps what the person answered to a request for consent. */
  CompletionStage<Void> consent(PersonId person, Purpose purpose, boolean granted);

  /** Fields whose declared value the person's behaviour speaks against. */
  CompletionStage<Set<String>> contradicted(Known known);
}
