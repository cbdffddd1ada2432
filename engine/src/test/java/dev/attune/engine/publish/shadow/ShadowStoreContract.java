package dev.attune.engine.publish.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.publish.shadow.Shadow.Counts;
import dev.attune.engine.publish.shadow.Shadow.Difference;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What every store of what shadows counted promises. */
public abstract class ShadowStoreContract {
  private static final Counts SOME =
      new Counts(7, 2, 1, new TreeMap<>(Map.of("try-tone", new Difference(2, 0))));
  private static final Counts MORE =
      new Counts(
          9,
          3,
          1,
          new TreeMap<>(
              Map.of("try-tone", new Difference(2, 0), "give-review", new Difference(0, 1))));

  /** An empty one; the same within a test. */
  protected abstract ShadowStore store();

  @Test
  void of_a_draft_nobody_counted_for_nothing_is_told() {
    assertThat(join(store().told("draft", 1))).isEmpty();
  }

  @Test
  void each_node_is_told_apart() {
    join(store().tell("draft", 1, "one", SOME));
    join(store().tell("draft", 1, "two", MORE));

    assertThat(join(store().told("draft", 1))).isEqualTo(Map.of("one", SOME, "two", MORE));
  }

  @Test
  void what_a_node_tells_replaces_what_it_told() {
    join(store().tell("draft", 1, "one", SOME));
    join(store().tell("draft", 1, "one", MORE));
    join(store().tell("draft", 1, "one", MORE));

    assertThat(join(store().told("draft", 1))).isEqualTo(Map.of("one", MORE));
  }

  @Test
  void revisions_and_drafts_are_counted_apart() {
    join(store().tell("draft", 1, "one", SOME));

    assertThat(join(store().told("draft", 2))).isEmpty();
    assertThat(join(store().told("other", 1))).isEmpty();
  }

  @Test
  void beyond_a_hundred_nodes_no_other_is_kept() {
    for (int i = 0; i < ShadowStore.MOST_NODES; i++)
      join(store().tell("draft", 1, "node" + i, SOME));

    join(store().tell("draft", 1, "one more", SOME));
    join(store().tell("draft", 1, "node0", MORE));

    assertThat(join(store().told("draft", 1)))
        .hasSize(ShadowStore.MOST_NODES)
        .containsEntry("node0", MORE);
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
