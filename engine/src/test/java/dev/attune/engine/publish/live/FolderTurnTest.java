package dev.attune.engine.publish.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.publish.Origin;
import dev.attune.engine.publish.Publication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderTurnTest {
  /** Letters stand for contents; {@code kept} holds the newest first. */
  @ParameterizedTest(name = "folder {0}, agreed {1}, kept {2} by {3}: {4}")
  @CsvSource({
    "a,  ,   ,       , PUBLISHES",
    "a, a,   ,       , PUBLISHES",
    "a, a, a , FOLDER, AGREES",
    "a, b, a , DRAFT , AGREES",
    "a, a, ba, DRAFT , FOLLOWS",
    "a, a, ba, FOLDER, FOLLOWS",
    "c, a, a , DRAFT , PUBLISHES",
    "c, b, ba, DRAFT , PUBLISHES",
    "a, b, ba, FOLDER, PUBLISHES",
    "c, a, ba, DRAFT , CONFLICTS",
    "c, a, ba, FOLDER, CONFLICTS",
    "a,  , ba, DRAFT , FOLLOWS",
    "a,  , ba, FOLDER, FOLLOWS",
    "c,  , ba, FOLDER, PUBLISHES",
    "c,  , ba, DRAFT , CONFLICTS"
  })
  void whose_turn_it_is(
      String folder,
      @Nullable String agreed,
      @Nullable String kept,
      @Nullable Origin origin,
      FolderTurn turn) {
    assertThat(FolderTurn.of(folder, agreed, publications(kept, origin))).isEqualTo(turn);
  }

  private static List<Publication> publications(@Nullable String kept, @Nullable Origin origin) {
    List<Publication> publications = new ArrayList<>();
    if (kept == null || origin == null) return publications;
    for (int i = 0; i < kept.length(); i++) {
      long number = kept.length() - i;
      String hash = kept.substring(i, i + 1);
      publications.add(new Publication(number, hash, number - 1, origin, "mia", "", Instant.EPOCH));
    }
    return publications;
  }
}
