package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.publish.InMemoryDraftStore;
import dev.attune.engine.publish.shadow.InMemoryShadowStore;
import dev.attune.engine.publish.shadow.Shadows;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowFollowerTest {
  @TempDir private Path compiled;
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  @Test
  void takes_one_place_among_the_drafts_that_wait_however_long_they_take() {
    ShadowFollower follower = new ShadowFollower(shadows(), waiting::add);

    for (int second = 0; second < 100; second++) follower.run();

    assertThat(waiting).hasSize(1);
    waiting.remove().run();
    follower.run();
    assertThat(waiting).hasSize(1);
  }

  @Test
  void asks_again_after_there_was_no_place() {
    ShadowFollower follower = new ShadowFollower(shadows(), this::onlyWhenEmpty);
    waiting.add(() -> {});

    follower.run();
    waiting.clear();
    follower.run();

    assertThat(waiting).hasSize(1);
  }

  private void onlyWhenEmpty(Runnable task) {
    if (!waiting.isEmpty()) throw new RejectedExecutionException();
    waiting.add(task);
  }

  private Shadows shadows() {
    return new Shadows(
        new InMemoryDraftStore(),
        new InMemoryShadowStore(),
        "one",
        ReleaseCompiler.ofFolder(compiled),
        Runnable::run);
  }
}
