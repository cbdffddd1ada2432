package dev.attune.engine.rule.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What every place to hand over built rules promises. */
public abstract class SharedArchivesContract {
  private static final byte[] ONE = {0, 1, (byte) 0xff, '\r', '\n'};
  private static final byte[] OTHER = {};

  /** An empty one; the same within a test. */
  protected abstract SharedArchives archives();

  @Test
  void what_nobody_offered_is_not_there() {
    assertThat(join(archives().find("features"))).isEmpty();
  }

  @Test
  void what_was_offered_is_there_byte_for_byte() {
    join(archives().offer("features", ONE));
    join(archives().offer("home", OTHER));

    assertThat(join(archives().find("features"))).hasValue(ONE);
    assertThat(join(archives().find("home"))).hasValue(OTHER);
  }

  @Test
  void of_one_use_case_the_last_is_there() {
    join(archives().offer("features", ONE));
    join(archives().offer("features", OTHER));

    assertThat(join(archives().find("features"))).hasValue(OTHER);
  }

  @Test
  void the_largest_is_there_whole() {
    byte[] largest = new byte[SharedArchives.MOST_BYTES];
    largest[largest.length - 1] = 7;

    join(archives().offer("features", largest));

    assertThat(join(archives().find("features"))).hasValue(largest);
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
