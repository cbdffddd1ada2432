package dev.attune.engine.arbitration;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.Quota;
import dev.attune.engine.action.Ranking;
import dev.attune.engine.text.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SteadinessTest {
  private static final Duration LATER = Duration.ofHours(1);

  private static Ranking steady(int moves) {
    return new Ranking(null, List.of(), 0, moves, 0);
  }

  private static Arena grid(int size, int moves, String... actions) {
    Arena arena = new Arena().grid(size, steady(moves)).asks(Arena.GRID);
    for (String action : actions) arena.proposes(card(action).in(Arena.GRID).prior(1, 2));
    return arena;
  }

  /** From now on so many of 1,000 people accept an action. */
  private static void accepted(Arena arena, String action, int times) {
    arena.evidence(action, 1_000, times);
  }

  private static int moved(List<String> before, List<String> after) {
    int moved = 0;
    for (int i = 0; i < after.size(); i++) {
      if (i >= before.size() || !before.get(i).equals(after.get(i))) moved++;
    }
    return moved;
  }

  @Test
  void a_grid_follows_what_is_learned_a_few_places_at_a_time() {
    Arena arena = grid(4, 2, "a", "b", "c", "d");
    Arbitration first = arena.arbitration();
    for (String each : List.of("d", "c", "b", "a")) accepted(arena, each, each.charAt(0));

    arena.comesBack(first, LATER);
    assertThat(arena.chosen()).containsExactly("d", "b", "c", "a");
    arena.comesBack(arena.arbitration(), LATER);
    assertThat(arena.chosen()).containsExactly("d", "c", "b", "a");
  }

  @Test
  void a_newcomer_takes_the_place_of_the_weakest_first() {
    Arena arena = grid(3, 1, "a", "b", "c", "new");
    accepted(arena, "new", 1);
    Arbitration first = arena.arbitration();
    accepted(arena, "new", 999);

    arena.comesBack(first, LATER);

    assertThat(arena.chosen()).containsExactly("a", "b", "new");
    assertThat(arena.detail()).startsWith("outranked by b: same score, first by name");
  }

  @Test
  void who_ranks_higher_but_has_to_wait_is_told_that_the_others_kept_their_places() {
    Arena arena = grid(2, 0, "a", "b", "new");
    accepted(arena, "new", 1);
    Arbitration first = arena.arbitration();
    accepted(arena, "new", 999);

    arena.comesBack(first, LATER);

    assertThat(arena.chosen()).containsExactly("a", "b");
    assertThat(arena.detail()).isEqualTo("outranked by b: kept its place since the last visit");
  }

  @Test
  void what_is_gone_makes_room_and_everybody_else_stays_where_they_were() {
    Arena arena = grid(4, 0, "a", "b", "c", "d", "e");
    Arbitration first = arena.arbitration();
    accepted(arena, "d", 999);

    arena.comesBack(first, LATER).available("a", "c", "d", "e");

    assertThat(arena.chosen()).containsExactly("a", "e", "c", "d");
  }

  @Test
  void when_the_rules_propose_something_else_the_order_is_free() {
    Arena arena = grid(3, 0, "a", "b", "c");
    Arbitration first = arena.arbitration();
    accepted(arena, "c", 999);

    arena.comesBack(first, LATER).proposes(card("goal").in(Arena.GRID).prior(1, 4));

    assertThat(arena.chosen()).containsExactly("c", "a", "b");
  }

  @Test
  void when_the_person_arranges_the_placement_the_order_is_free() {
    Arena arena = grid(3, 0, "a", "b", "c");
    Arbitration first = arena.arbitration();
    accepted(arena, "b", 999);

    arena.comesBack(first, LATER).arranged(List.of("c"), Set.of());

    assertThat(arena.chosen()).containsExactly("c", "b", "a");
  }

  @Test
  void whatever_is_learned_no_more_places_move_than_are_allowed_and_no_quota_breaks() {
    Random random = new Random(7);
    for (int life = 0; life < 300; life++) {
      int size = 2 + random.nextInt(6);
      int moves = 1 + random.nextInt(3);
      int quota = 1 + random.nextInt(3);
      Ranking ranking =
          new Ranking(
              null,
              List.of(new Quota("learning", quota, List.of(), Place.of("placements.yaml"))),
              random.nextInt(2),
              moves,
              0);
      Arena arena = new Arena().person("p" + life).grid(size, ranking).asks(Arena.GRID);
      for (int i = 0; i < size + 5; i++) arena.proposes(anyCard(i, random));
      Arbitration last = arena.arbitration();
      for (int visit = 0; visit < 8; visit++) {
        for (int i = 0; i < size + 5; i++) arena.evidence("card-" + i, 100, random.nextInt(100));
        arena.comesBack(last, Duration.ofHours(1 + random.nextInt(60)));
        Arbitration next = arena.arbitration();

        assertThat(moved(actions(last), actions(next)))
            .as("life %d visit %d: %s then %s", life, visit, actions(last), actions(next))
            .isLessThanOrEqualTo(moves);
        assertThat(actions(next)).doesNotHaveDuplicates().hasSameSizeAs(actions(last));
        assertThat(learning(next)).isLessThanOrEqualTo(quota);
        last = next;
      }
    }
  }

  @Test
  void without_anything_new_a_grid_comes_to_rest_in_the_order_of_its_scores() {
    Random random = new Random(11);
    for (int life = 0; life < 100; life++) {
      Arena arena = new Arena().grid(6, steady(2)).asks(Arena.GRID);
      for (int i = 0; i < 9; i++) arena.proposes(anyCard(i, random));
      Arbitration last = arena.arbitration();
      for (int i = 0; i < 9; i++) arena.evidence("card-" + i, 100, random.nextInt(100));
      for (int visit = 0; visit < 12; visit++) {
        arena.comesBack(last, LATER);
        last = arena.arbitration();
      }
      List<Ranked> rested = new ArrayList<>(last.filled().get(0).chosen());
      rested.sort(Ranked.ORDER);

      assertThat(actions(last)).isEqualTo(rested.stream().map(Ranked::action).toList());
      assertThat(new TreeSet<>(actions(last))).isEqualTo(new TreeSet<>(best(arena)));
    }
  }

  /** Who the grid would hold if nobody had ever seen it. */
  private static List<String> best(Arena arena) {
    arena.arranged(List.of(), Set.of("nothing"));
    return arena.chosen();
  }

  private static ACard anyCard(int number, Random random) {
    ACard card = card("card-" + number).in(Arena.GRID).priority(10 + random.nextInt(80));
    return random.nextBoolean() ? card.topic("learning") : card;
  }

  private static List<String> actions(Arbitration arbitration) {
    return arbitration.filled().get(0).chosen().stream().map(Ranked::action).toList();
  }

  private static long learning(Arbitration arbitration) {
    return arbitration.filled().get(0).chosen().stream()
        .filter(one -> "learning".equals(one.card().topic()))
        .count();
  }
}
