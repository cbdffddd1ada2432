package dev.attune.engine.decision;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.attention.Ask;
import dev.attune.engine.attention.Grant;
import dev.attune.engine.attention.Reaction;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.StoreUnreachable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RecalledFactsTest {
  private static final PersonId ANA = PersonId.user("ana");

  private final Stage stage = new Stage().proposes(card("tone"));

  @Test
  void facts_that_still_hold_are_not_read_again() {
    recall();

    Decision decision = stage.decide("ana", "editor.sidebar");

    assertThat(Stage.actions(decision)).containsExactly("tone");
    assertThat(decision.state()).isEqualTo(State.FRESH);
    assertThat(stage.reads).isZero();
    assertThat(reservations()).isEqualTo(1);
  }

  @Test
  void facts_that_have_changed_since_are_read_and_nothing_was_promised_on_the_old_ones() {
    recall();
    Reaction dismissed = new Reaction("r1", "tone", ReactionType.DISMISSED, stage.now, null);
    stage.ledger.react(ANA, dismissed).toCompletableFuture().join();

    Decision decision = stage.decide("ana", "editor.sidebar");

    assertThat(Stage.actions(decision)).isEmpty();
    assertThat(decision.state()).isEqualTo(State.FRESH);
    assertThat(stage.reads).isEqualTo(1);
    assertThat(reservations()).isZero();
  }

  @Test
  void a_store_that_does_not_confirm_is_not_read_either() {
    recall();
    DecisionService service = stage.service(new Silent());

    Decision decision = stage.decide(service, "ana", "editor.sidebar");

    assertThat(decision.state()).isEqualTo(State.STALE);
    assertThat(Stage.actions(decision)).isEmpty();
    assertThat(stage.reads).isZero();
  }

  @Test
  void a_dry_run_reads() {
    recall();

    stage.service.decide(Stage.request("ana", true, "editor.sidebar")).toCompletableFuture().join();

    assertThat(stage.reads).isEqualTo(1);
  }

  /** Everything known about Ana, as it stands now. */
  private void recall() {
    Known known = Known.nothing(ANA);
    stage.people.put(ANA, known);
    stage.recalled.put(ANA, known);
  }

  private int reservations() {
    return stage.people.getOrDefault(ANA, Known.nothing(ANA)).attention().reserved().size();
  }

  /** A ledger whose store does not answer. */
  private final class Silent extends OtherLedger {
    Silent() {
      super(stage.ledger);
    }

    @Override
    public CompletionStage<Optional<List<Grant>>> reserveAsOf(
        Known recalled, String decision, List<Ask> asks, Instant now, Instant expiresAt) {
      return CompletableFuture.failedFuture(new StoreUnreachable("no answer"));
    }
  }
}
