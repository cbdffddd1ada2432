package dev.attune.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What every store of chapters does. */
public abstract class HealthStoreContract {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.DAYS).plusSeconds(7_200);

  /** The store, as one of several servers sees it. */
  protected abstract HealthStore store();

  @Test
  void the_chapters_of_several_servers_add_up() {
    done(store().keep(chapter(NOW, 3, 0b01)));
    done(store().keep(chapter(NOW.plusSeconds(60), 4, 0b10)));

    Evidence evidence = done(store().read(NOW.plusSeconds(120), 30));

    assertThat(evidence.count(Sign.PROPOSED, "tip|a rule: 'with signs'")).isEqualTo(7);
    assertThat(evidence.latest())
        .extracting(each -> each.count(Sign.PROPOSED, "tip|a rule: 'with signs'"))
        .containsExactly(3L, 4L);
    assertThat(evidence.latest().get(1)).isEqualTo(chapter(NOW.plusSeconds(60), 4, 0b10));
  }

  @Test
  void only_as_many_days_are_read_as_are_asked_for() {
    done(store().keep(chapter(NOW.minus(Duration.ofDays(3)), 5, 1)));
    done(store().keep(chapter(NOW, 2, 1)));

    assertThat(count(3)).isEqualTo(2);
    assertThat(count(4)).isEqualTo(7);
  }

  @Test
  void the_latest_chapters_are_bounded() {
    for (int i = 0; i < HealthStore.LATEST + 5; i++)
      done(store().keep(chapter(NOW.plusSeconds(i), 1, 1)));

    List<Chapter> latest = done(store().read(NOW.plusSeconds(3_600), 1)).latest();

    assertThat(latest).hasSize(HealthStore.LATEST);
    assertThat(latest.get(0).from()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void what_stands_as_before_stands_since_it_began_to() {
    done(store().stands(Map.of("rule a/b: 'c'", "x"), NOW));
    done(store().stands(Map.of("rule a/b: 'c'", "x", "card d", "y"), NOW.plusSeconds(60)));

    assertThat(done(store().since(Map.of("rule a/b: 'c'", "x", "card d", "y", "card e", "z"))))
        .isEqualTo(Map.of("rule a/b: 'c'", NOW, "card d", NOW.plusSeconds(60)));
  }

  @Test
  void what_was_changed_and_changed_back_stands_since_the_latter() {
    done(store().stands(Map.of("card d", "x"), NOW));
    done(store().stands(Map.of("card d", "y"), NOW.plusSeconds(60)));
    assertThat(done(store().since(Map.of("card d", "x")))).isEmpty();

    done(store().stands(Map.of("card d", "x"), NOW.plusSeconds(120)));

    assertThat(done(store().since(Map.of("card d", "x"))))
        .isEqualTo(Map.of("card d", NOW.plusSeconds(120)));
  }

  private long count(int days) {
    return done(store().read(NOW.plusSeconds(60), days))
        .count(Sign.PROPOSED, "tip|a rule: 'with signs'");
  }

  private static Chapter chapter(Instant from, long times, long crowd) {
    String name = "tip|a rule: 'with signs'";
    return new Chapter(
        from,
        from.plusSeconds(10),
        Map.of(Sign.PROPOSED, Map.of(name, times)),
        Map.of(Sign.PROPOSED, Map.of(name, crowd)));
  }

  private static <T> T done(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
