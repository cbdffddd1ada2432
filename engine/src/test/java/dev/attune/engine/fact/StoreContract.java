package dev.attune.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Change.Learnt;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What the contracts of a fact store share. */
public abstract class StoreContract {
  protected static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  protected final PersonId ana = PersonId.user("ana-" + UUID.randomUUID());
  protected final PersonId visitor = PersonId.anonymous("visitor-" + UUID.randomUUID());

  /** A store that takes nothing as granted. */
  protected abstract FactStore store();

  protected final Counter applied(PersonId person) {
    return Objects.requireNonNull(load(person).counters().get("tone.applied"));
  }

  protected final ItemState draft(PersonId person) {
    return Objects.requireNonNull(load(person).items().get("draft/1"));
  }

  protected static Object value(Known known, String field) {
    return Objects.requireNonNull(known.profile().get(field)).value();
  }

  protected final void write(PersonId person, Change... changes) {
    Written written = join(store().write(person, write(UUID.randomUUID().toString(), changes)));
    assertThat(written).isEqualTo(Written.ENTERED);
  }

  protected static Write write(String id, Change... changes) {
    return new Write(id, NOW, List.of(changes));
  }

  protected final Known load(PersonId person) {
    return join(store().load(person));
  }

  protected final Export export(PersonId person) {
    return join(store().export(person));
  }

  protected static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  protected static Instant ago(int hours) {
    return NOW.minus(Duration.ofHours(hours));
  }

  protected static Learnt learnt(String field, Object value, Source source, int hoursAgo) {
    return new Learnt(field, value, provenance(source, hoursAgo));
  }

  protected static Provenance provenance(Source source, int hoursAgo) {
    return new Provenance(source, ago(hoursAgo), "I said so", 2, "lexicon", 0.75, "p1");
  }
}
