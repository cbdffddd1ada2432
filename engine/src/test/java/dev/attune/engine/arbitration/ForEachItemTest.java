package dev.attune.engine.arbitration;

import static dev.attune.engine.arbitration.ACard.card;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.attune.engine.action.AttentionWindow;
import dev.attune.engine.action.Kind;
import dev.attune.engine.attention.Bound;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.fact.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForEachItemTest {
  private static final Item HALDEN = new Item("lead", "l-1", "Halden Tools", "open", 3);
  private static final Item ORCHARD = new Item("lead", "l-2", "Orchard Clinic", "open", 5);

  @Test
  void two_leads_are_two_rows() {
    assertThat(keys(list(call()))).containsExactly("call lead/l-1", "call lead/l-2");
  }

  @Test
  void an_action_without_it_stands_once_about_the_best_item() {
    Arena once = list(card("call").in(Arena.GRID).kind(Kind.MODULE));

    assertThat(keys(once)).containsExactly("call");
  }

  @Test
  void two_rules_about_the_same_lead_are_one_row() {
    Arena twice = list(call()).proposes(call(), 2, "because it is worth more", HALDEN);

    assertThat(keys(twice)).containsExactly("call lead/l-1", "call lead/l-2");
    assertThat(twice.arbitration().filled().get(0).chosen().get(0).parts().weight()).isEqualTo(2);
  }

  @Test
  void a_lead_that_was_skipped_rests_and_the_other_stays() {
    Arena skipped = list(call().restsAfterDismissed(ofDays(1)));
    skipped.reacted("call lead/l-1", ReactionType.DISMISSED, ofHours(2));

    assertThat(keys(skipped)).containsExactly("call lead/l-2");
    assertThat(skipped.arbitration().suppressed())
        .extracting(Suppression::key, Suppression::reason)
        .containsExactly(tuple("call lead/l-1", ReasonCode.COOLING_DOWN));
  }

  @Test
  void a_cap_counts_the_showings_of_each_lead() {
    Arena shown = list(call().cap(1, ofDays(7)));
    shown.shown("call lead/l-2", Kind.MODULE, false, ofDays(1));

    assertThat(keys(shown)).containsExactly("call lead/l-1");
  }

  @Test
  void what_the_ledger_refused_of_one_lead_it_may_have_granted_of_the_other() {
    Arena refused = list(call().cap(1, ofDays(7))).refuses("call lead/l-1", Bound.CAP);

    assertThat(keys(refused)).containsExactly("call lead/l-2");
    assertThat(keys(refused.refuses("call", Bound.CAP))).isEmpty();
  }

  @Test
  void interruptions_about_two_leads_cost_twice() {
    ACard nudge = card("call").in(Arena.SIDEBAR, Arena.BANNER).forEachItem();
    Arena arena =
        new Arena()
            .budget("one", 1, AttentionWindow.DAY, Kind.NUDGE)
            .proposes(nudge, 1, "new", HALDEN)
            .proposes(nudge, 1, "new", ORCHARD)
            .asks(Arena.SIDEBAR)
            .asks(Arena.BANNER);

    assertThat(keys(arena)).containsExactly("call lead/l-1");
    assertThat(arena.reserved("call lead/l-2", Kind.NUDGE, ofHours(1)).contest().known())
        .satisfies(known -> assertThat(keys(arena)).containsExactly("call lead/l-2"));
  }

  @Test
  void what_a_row_asks_the_ledger_for_is_its_own() {
    Contest contest = list(call().cap(1, ofDays(7))).contest();

    assertThat(Asking.asks(new Arbiter().choose(contest), contest))
        .extracting(ask -> ask.action())
        .containsExactly("call lead/l-1", "call lead/l-2");
  }

  private static ACard call() {
    return card("call").in(Arena.GRID).kind(Kind.MODULE).forEachItem();
  }

  private static Arena list(ACard card) {
    return new Arena()
        .proposes(card, 1, "new today", ORCHARD)
        .proposes(card, 1, "new today", HALDEN)
        .asks(Arena.GRID);
  }

  private static List<String> keys(Arena arena) {
    return arena.arbitration().filled().stream()
        .flatMap(filled -> filled.chosen().stream())
        .map(Ranked::key)
        .toList();
  }
}
