package dev.attune.engine.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.publish.StoreResult.KeyReused;
import dev.attune.engine.publish.StoreResult.Overtaken;
import dev.attune.engine.publish.StoreResult.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of releases promises. */
public abstract class ReleaseStoreContract {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  /** A store without releases; the same one within a test. */
  protected abstract ReleaseStore store();

  @Test
  void before_the_first_release_there_is_none() {
    assertThat(join(store().currentNumber())).isZero();
    assertThat(join(store().recent())).isEmpty();
    assertThat(join(store().load(1))).isEmpty();
  }

  @Test
  void releases_are_numbered_in_turn_and_keep_their_bytes() {
    byte[] bytes = {0, 1, 2, (byte) 0xff, '\r', '\n'};
    ReleaseFiles files = ReleaseFiles.of(Map.of("vocabulary.yaml", bytes));

    Publication first = stored(store().publish(submission(files, 0, null), NOW));
    Publication second = stored(store().publish(submission(files("two"), 1, null), NOW));

    assertThat(first)
        .isEqualTo(new Publication(1, files.hash(), 0, Origin.DRAFT, "mia", "say \"why\"\n…", NOW));
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.base()).isEqualTo(1);
    assertThat(join(store().currentNumber())).isEqualTo(2);
    assertThat(join(store().recent())).containsExactly(second, first);
    StoredRelease loaded = join(store().load(1)).orElseThrow();
    assertThat(loaded.publication()).isEqualTo(first);
    assertThat(loaded.files().file("vocabulary.yaml")).hasValue(bytes);
    assertThat(loaded.files().hash()).isEqualTo(files.hash());
  }

  @Test
  void only_what_was_made_from_the_current_release_is_published() {
    stored(store().publish(submission(files("one"), 0, null), NOW));

    StoreResult late = join(store().publish(submission(files("two"), 0, null), NOW));
    StoreResult early = join(store().publish(submission(files("two"), 2, null), NOW));

    assertThat(late).isEqualTo(new Overtaken(1));
    assertThat(early).isEqualTo(new Overtaken(1));
    assertThat(join(store().recent())).hasSize(1);
  }

  @Test
  void of_many_publishers_at_once_one_wins() {
    stored(store().publish(submission(files("one"), 0, null), NOW));

    List<CompletionStage<StoreResult>> attempts =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> store().publish(submission(files("by " + i), 1, null), NOW))
            .toList();
    List<StoreResult> results = attempts.stream().map(ReleaseStoreContract::join).toList();

    assertThat(results).filteredOn(Stored.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(new Overtaken(2)::equals).hasSize(19);
  }

  @Test
  void a_request_that_is_repeated_publishes_once() {
    Publication once = stored(store().publish(submission(files("one"), 0, "key-1"), NOW));
    stored(store().publish(submission(files("two"), 1, "key-2"), NOW));

    Publication again = stored(store().publish(submission(files("one"), 0, "key-1"), NOW));
    StoreResult reused = join(store().publish(submission(files("other"), 0, "key-1"), NOW));

    assertThat(again).isEqualTo(once);
    assertThat(reused).isEqualTo(new KeyReused());
    assertThat(join(store().currentNumber())).isEqualTo(2);
  }

  @Test
  void the_last_twenty_are_kept_whole() {
    for (int i = 0; i < ReleaseStore.KEPT + 2; i++)
      stored(store().publish(submission(files("no. " + i), i, "key-" + i), NOW));

    assertThat(join(store().recent()))
        .extracting(Publication::number)
        .startsWith(22L)
        .endsWith(3L)
        .hasSize(ReleaseStore.KEPT);
    assertThat(join(store().load(2))).isEmpty();
    assertThat(join(store().load(3))).isPresent();
  }

  @Test
  void who_listens_hears_of_releases() throws InterruptedException {
    CountDownLatch heard = new CountDownLatch(1);
    store().onPublished(heard::countDown);

    // The first may be published before the listener is heard of, and is then not told.
    boolean told = false;
    for (int i = 0; i < 30 && !told; i++) {
      stored(store().publish(submission(files("no. " + i), i, null), NOW));
      told = heard.await(500, TimeUnit.MILLISECONDS);
    }

    assertThat(told).isTrue();
  }

  private static ReleaseFiles files(String text) {
    return ReleaseFiles.of(Map.of("vocabulary.yaml", text.getBytes(UTF_8)));
  }

  private static Submission submission(ReleaseFiles files, long base, @Nullable String key) {
    return new Submission(files, base, Origin.DRAFT, "mia", "say \"why\"\n…", key);
  }

  private static Publication stored(CompletionStage<StoreResult> stage) {
    return ((Stored) join(stage)).publication();
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
