package dev.attune.engine.arbitration;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.engine.action.Quota;
import dev.attune.engine.action.Ranking;
import dev.attune.engine.text.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExplorationTest {
  private static final Ranking ONE = new Ranking(null, List.of(), 1, null, 0);

  private static Arena grid(int size, Ranking ranking, int cards) {
    Arena arena = new Arena().grid(size, ranking).asks(Arena.GRID);
    for (int i = 0; i < cards; i++)
      arena.proposes(card("card-" + i).in(Arena.GRID).priority(90 - i));
    return arena;
  }

  private static List<Ranked> drawn(Arena arena) {
    return arena.arbitration().filled().get(0).chosen().stream()
        .filter(one -> one.drawn() != null)
        .toList();
  }

  @Test
  void the_last_place_is_drawn_among_all_who_would_be_left_out_and_says_with_which_probability() {
    Arena arena = grid(3, ONE, 6);

    assertThat(arena.chosen().subList(0, 2)).containsExactly("card-0", "card-1");
    assertThat(drawn(arena)).singleElement().extracting(Ranked::drawn).isEqualTo(0.25);
  }

  @Test
  void over_many_people_everybody_is_drawn_as_often_as_the_probability_says() {
    Map<String, Integer> times = new TreeMap<>();
    int people = 20_000;
    Arena arena = grid(3, ONE, 6);
    for (int i = 0; i < people; i++)
      times.merge(drawn(arena.person("person-" + i)).get(0).action(), 1, Integer::sum);

    assertThat(times).containsOnlyKeys("card-2", "card-3", "card-4", "card-5");
    assertThat(times.values())
        .allSatisfy(n -> assertThat(n / 20_000.0).isCloseTo(.25, within(.015)));
  }

  @Test
  void a_person_keeps_the_day_s_draw_and_gets_another_lot_on_other_days() {
    Arena arena = grid(3, ONE, 12);
    String morning = drawn(arena.at("2026-03-02T06:00:00Z")).get(0).action();
    String evening = drawn(arena.at("2026-03-02T22:00:00Z")).get(0).action();
    List<String> days = new ArrayList<>();
    for (int day = 1; day < 30; day++)
      days.add(drawn(arena.at("2026-04-%02dT06:00:00Z".formatted(day))).get(0).action());

    assertThat(evening).isEqualTo(morning);
    assertThat(Set.copyOf(days)).hasSizeGreaterThan(5);
  }

  @Test
  void when_nobody_is_left_out_nothing_is_drawn() {
    assertThat(drawn(grid(3, ONE, 3))).isEmpty();
  }

  @Test
  void one_place_is_always_left_to_the_ranking() {
    Arena arena = new Arena().grid(3, new Ranking(null, List.of(), 2, null, 0)).asks(Arena.GRID, 1);
    for (int i = 0; i < 4; i++) arena.proposes(card("card-" + i).in(Arena.GRID).priority(90 - i));

    assertThat(arena.chosen()).containsExactly("card-0");
  }

  @Test
  void no_draw_breaks_a_quota() {
    Quota none = new Quota("noise", 0, List.of(), Place.of("placements.yaml"));
    Arena arena =
        new Arena().grid(2, new Ranking(null, List.of(none), 1, null, 0)).asks(Arena.GRID);
    for (int i = 0; i < 4; i++) arena.proposes(card("card-" + i).in(Arena.GRID).priority(90 - i));
    for (int i = 0; i < 9; i++) arena.proposes(card("noise-" + i).in(Arena.GRID).topic("noise"));
    for (int i = 0; i < 50; i++)
      assertThat(drawn(arena.person("person-" + i)).get(0).action()).startsWith("card");
    assertThat(drawn(arena).get(0).drawn()).isEqualTo(1 / 3.0);
  }

  @Test
  void pins_go_before_the_draw() {
    Arena arena = grid(3, ONE, 6).arranged(List.of("card-5", "card-4", "card-3"), Set.of());

    assertThat(arena.chosen()).containsExactly("card-5", "card-4", "card-3");
    assertThat(drawn(arena)).isEmpty();
  }

  @Test
  void what_was_not_drawn_is_told_so() {
    Arena arena = grid(2, ONE, 3);
    String drawn = drawn(arena).get(0).action();

    assertThat(arena.detail())
        .isEqualTo("outranked by " + drawn + ": drawn to explore, with probability 0.500");
    assertThat(arena.comesBack(arena.arbitration(), Duration.ofHours(1)).chosen()).contains(drawn);
  }
}
