package dev.attune.engine.decision;

import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import java.util.concurrent.CompletionStage;

/** Reads everything known about a person; a stage fails when the store cannot be reached. */
public interface FactSource {
  CompletionStage<Known> load(PersonId person);
}
