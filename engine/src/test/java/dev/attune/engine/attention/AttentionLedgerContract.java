package dev.attune.engine.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.attune.engine.action.Kind;
import dev.attune.engine.fact.Attention.Reservation;
import dev.attune.engine.fact.StoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every ledger does, beside the facts it changes. */
public abstract class AttentionLedgerContract extends StoreContract {
  private static final Instant LATER = NOW.plus(Duration.ofMinutes(10));
  private static final Bound ONE_A_DAY =
      new Bound("a-day", Set.of(Kind.NUDGE), 1, NOW.minus(Duration.ofDays(1)));

  protected abstract AttentionLedger ledger();

  @Test
  void a_later_wish_sees_what_an_earlier_one_was_granted() {
    List<Grant> grants = reserve("d1", ask("tone"), ask("share"));

    assertThat(grants).containsExactly(Grant.given("tone", "d1"), Grant.refused("share", "a-day"));
  }

  @Test
  void an_action_asked_for_again_keeps_its_reservation() {
    reserve("d1", ask("tone"));

    assertThat(reserve("d2", ask("tone"))).containsExactly(Grant.given("tone", "d1"));
    assertThat(load(ana).attention().reserved()).extracting(Reservation::id).containsExactly("d1");
  }

  @Test
  void a_showing_counts_once_and_ends_its_reservation() {
    reserve("d1", ask("tone"));
    Showing showing = new Showing("d1", "tone", Kind.NUDGE, true, NOW);

    assertThat(join(ledger().spend(ana, showing))).isTrue();
    assertThat(join(ledger().spend(ana, showing))).isFalse();
    assertThat(load(ana).attention().reserved()).isEmpty();
    assertThat(load(ana).attention().spent()).hasSize(1);
    assertThat(Objects.requireNonNull(load(ana).encounters().get("tone")).shownTotal())
        .isEqualTo(1);
  }

  @Test
  void a_reservation_is_given_back_once() {
    reserve("d1", ask("tone"));

    assertThat(join(ledger().giveBack(ana, "tone", "d1"))).isTrue();
    assertThat(join(ledger().giveBack(ana, "tone", "d1"))).isFalse();
    assertThat(reserve("d2", ask("share"))).containsExactly(Grant.given("share", "d2"));
  }

  @Test
  void what_is_sent_away_before_it_was_seen_costs_nothing() {
    reserve("d1", ask("tone"));

    react(reaction("d1", "tone", ReactionType.DISMISSED, NOW, "not now"));

    assertThat(load(ana).attention().reserved()).isEmpty();
    assertThat(load(ana).attention().spent()).isEmpty();
  }

  @Test
  void outcomes_are_told_with_their_reasons_the_oldest_first_whenever_they_arrived() {
    react(reaction("d2", "share", ReactionType.OVERRIDDEN, ago(1), "the customer called"));
    react(reaction("d1", "tone", ReactionType.ACCEPTED, ago(3), null));
    react(reaction("d1", "tone", ReactionType.LESS, ago(2), null));

    assertThat(join(ledger().reactions(ana)))
        .extracting(Reaction::action, Reaction::type, Reaction::at, Reaction::reason)
        .containsExactly(
            tuple("tone", ReactionType.ACCEPTED, ago(3), null),
            tuple("tone", ReactionType.LESS, ago(2), null),
            tuple("share", ReactionType.OVERRIDDEN, ago(1), "the customer called"));
  }

  @Test
  void an_outcome_reported_twice_is_told_once() {
    Reaction once = reaction("d1", "tone", ReactionType.DISMISSED, ago(1), null);

    assertThat(join(ledger().react(ana, once))).isTrue();
    assertThat(join(ledger().react(ana, once))).isFalse();
    assertThat(join(ledger().reactions(ana))).hasSize(1);
  }

  @Test
  void the_newest_hundred_outcomes_are_kept() {
    IntStream.range(0, AttentionLedger.KEEP_REACTIONS + 5)
        .forEach(i -> react(reaction("d" + i, "tone", ReactionType.LESS, ago(200 - i), null)));

    assertThat(join(ledger().reactions(ana)))
        .hasSize(AttentionLedger.KEEP_REACTIONS)
        .first()
        .extracting(Reaction::at)
        .isEqualTo(ago(195));
  }

  private List<Grant> reserve(String decision, Ask... asks) {
    return join(ledger().reserve(ana, decision, List.of(asks), NOW, LATER));
  }

  private static Ask ask(String action) {
    return new Ask(action, Kind.NUDGE, true, List.of(ONE_A_DAY));
  }

  private void react(Reaction reaction) {
    assertThat(join(ledger().react(ana, reaction))).isTrue();
  }

  private static Reaction reaction(
      String decision, String action, ReactionType type, Instant at, @Nullable String reason) {
    String id = decision + ':' + action + ':' + type.wire();
    return new Reaction(id, decision, action, type, at, null, reason);
  }
}
