package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.Quota;
import dev.attune.engine.action.Ranking;
import dev.attune.engine.action.VisitTest;
import dev.attune.engine.action.VisitTest.Wanted;
import dev.attune.engine.arbitration.Arena;
import dev.attune.engine.text.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WithinQuotaTest {
  private static final Place HERE = Place.of("placements.yaml");
  private static final Ranking RANKING =
      new Ranking(
          null,
          List.of(
              new Quota("learning", 2, List.of(), HERE),
              new Quota("learning", 1, List.of(is("device", "mobile")), HERE),
              new Quota("learning", 0, List.of(is("hour", "22-5")), HERE)),
          0,
          null,
          0);

  private static VisitTest is(String field, String value) {
    return new VisitTest(field, List.of(Wanted.of(value, HERE)));
  }

  private static Arena grid(Map<String, Object> visit) {
    return new Arena()
        .grid(4, RANKING)
        .asks(Arena.GRID)
        .visits(visit)
        .proposes(card("first").in(Arena.GRID).topic("learning").priority(90))
        .proposes(card("second").in(Arena.GRID).topic("learning").priority(80))
        .proposes(card("third").in(Arena.GRID).topic("learning").priority(70))
        .proposes(card("work").in(Arena.GRID).topic("work").priority(10))
        .proposes(card("plain").in(Arena.GRID).priority(5));
  }

  @Test
  void no_more_of_a_topic_than_its_quota_and_the_next_one_moves_up() {
    Arena arena = grid(Map.of());

    assertThat(arena.chosen()).containsExactly("first", "second", "work", "plain");
    assertThat(arena.suppressed()).containsExactly("third OUTRANKED");
    assertThat(arena.detail()).isEqualTo("at most 2 of learning: first, second");
  }

  @Test
  void of_all_quotas_that_hold_on_a_visit_the_strictest_counts() {
    assertThat(grid(Map.of("device", "mobile")).chosen()).containsExactly("first", "work", "plain");
    assertThat(grid(Map.of("device", "mobile")).detail())
        .isEqualTo("at most 1 of learning when device is mobile: first");
  }

  @Test
  void a_span_of_hours_may_pass_midnight() {
    assertThat(grid(Map.of("hour", 23.0)).chosen()).containsExactly("work", "plain");
    assertThat(grid(Map.of("hour", 5.0)).chosen()).containsExactly("work", "plain");
    assertThat(grid(Map.of("hour", 6.0)).chosen()).contains("first", "second");
  }

  @Test
  void what_the_person_pinned_counts_but_is_not_turned_away() {
    Arena arena = grid(Map.of("device", "mobile")).arranged(List.of("third", "second"), Set.of());

    assertThat(arena.chosen()).containsExactly("third", "second", "work", "plain");
  }
}
