package dev.attune.engine.publish.shadow;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecords;
import dev.attune.engine.fact.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Keeps records and shows each to the shadows, behind the answer it belongs to. */
public record ShadowedRecords(DecisionRecords records, Shadows shadows) implements DecisionRecords {
  @Override
  public CompletionStage<Void> save(DecisionRecord written) {
    shadows.show(written);
    return records.save(written);
  }

  @Override
  public CompletionStage<Optional<DecisionRecord>> load(String id) {
    return records.load(id);
  }

  @Override
  public CompletionStage<List<DecisionRecord>> byPerson(PersonId person, int limit) {
    return records.byPerson(person, limit);
  }

  @Override
  public CompletionStage<Void> keepExposed(PersonId person, String id) {
    return records.keepExposed(person, id);
  }

  @Override
  public CompletionStage<Page> recent(
      Instant from, Instant until, @Nullable String before, int most) {
    return records.recent(from, until, before, most);
  }
}
