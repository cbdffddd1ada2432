package dev.attune.api;

import dev.attune.engine.decision.FactSource;
import dev.attune.engine.event.Misfits;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The store's facts; what does not fit the vocabulary is counted when it is read. */
record StoredFacts(FactStore store, Misfits misfits) implements FactSource {
  @Override
  public CompletionStage<Known> load(PersonId person) {
    return store.load(person).thenApply(misfits::noted);
  }

  @Override
  public @Nullable Known recall(PersonId person) {
    return store.recall(person);
  }
}
