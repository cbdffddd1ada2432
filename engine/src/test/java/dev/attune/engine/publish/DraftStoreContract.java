package dev.attune.engine.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.attune.engine.publish.DraftStore.Saved;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every store of drafts promises. */
public abstract class DraftStoreContract {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final byte[] BYTES = {0, (byte) 0xfe, '\r', '\n'};

  /** A store without drafts; the same one within a test. */
  protected abstract DraftStore store();

  @Test
  void a_draft_comes_back_as_it_was_saved() {
    Draft draft = draft("one").edited(files(BYTES), NOW).shadowing(0.25, NOW.plusMillis(1));
    assertThat(join(store().save(draft("one")))).isEqualTo(Saved.SAVED);
    assertThat(join(store().save(draft("one").edited(files(BYTES), NOW)))).isEqualTo(Saved.SAVED);

    assertThat(join(store().save(draft))).isEqualTo(Saved.SAVED);

    Draft loaded = join(store().load("one")).orElseThrow();
    assertThat(loaded.withoutFiles()).isEqualTo(draft.withoutFiles());
    assertThat(loaded.files().file("vocabulary.yaml")).hasValue(BYTES);
  }

  @Test
  void a_draft_without_files_comes_back_and_may_be_edited() {
    join(store().save(draft("one")));
    Draft emptied = draft("one").edited(ReleaseFiles.NONE, NOW);
    assertThat(join(store().save(emptied))).isEqualTo(Saved.SAVED);

    Draft loaded = join(store().load("one")).orElseThrow();

    assertThat(loaded.files().byPath()).isEmpty();
    assertThat(join(store().save(loaded.edited(files(BYTES), NOW)))).isEqualTo(Saved.SAVED);
  }

  @Test
  void two_editors_do_not_overwrite_each_other() {
    join(store().save(draft("one")));
    Draft mine = draft("one").edited(files("mine".getBytes(UTF_8)), NOW);
    Draft yours = draft("one").edited(files("yours".getBytes(UTF_8)), NOW);

    assertThat(join(store().save(mine))).isEqualTo(Saved.SAVED);
    assertThat(join(store().save(yours))).isEqualTo(Saved.OVERTAKEN);

    assertThat(join(store().load("one")).orElseThrow().files().hash())
        .isEqualTo(mine.files().hash());
  }

  @Test
  void a_deleted_draft_is_not_brought_back_by_an_edit() {
    join(store().save(draft("one")));
    join(store().delete("one"));

    assertThat(join(store().load("one"))).isEmpty();
    assertThat(join(store().save(draft("one").edited(files(BYTES), NOW))))
        .isEqualTo(Saved.OVERTAKEN);
    join(store().delete("never-was"));
  }

  @Test
  void drafts_are_listed_with_the_last_changed_first() {
    join(store().save(draft("old")));
    join(store().save(draft("new")));
    Draft changed = draft("old").edited(files(BYTES), NOW.plusSeconds(9));
    join(store().save(changed));

    assertThat(join(store().list()))
        .extracting(Draft::id, Draft::revision, each -> each.files().byPath().size())
        .containsExactly(tuple("old", 2L, 0), tuple("new", 1L, 0));
  }

  @Test
  void there_is_a_most() {
    for (int i = 0; i < DraftStore.MOST; i++) join(store().save(draft("d" + i)));

    assertThat(join(store().save(draft("more")))).isEqualTo(Saved.FULL);
    join(store().delete("d7"));
    assertThat(join(store().save(draft("more")))).isEqualTo(Saved.SAVED);
  }

  private static Draft draft(String id) {
    return new Draft(id, 1, 3, "mia", NOW, 0, files("x".getBytes(UTF_8)));
  }

  private static ReleaseFiles files(byte[] bytes) {
    return ReleaseFiles.of(Map.of("vocabulary.yaml", bytes));
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
