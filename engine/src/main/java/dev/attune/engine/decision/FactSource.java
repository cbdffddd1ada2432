package dev.attune.engine.decision;

import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads everything known about a person; a stage fails when the store cannot be reached. */
public interface FactSource {
  CompletionStage<Known> load(PersonId person);

  /** What was read lately and may still hold, see {@code FactStore.recall}. */
  default @Nullable Known recall(PersonId person) {
    return null;
  }
}
