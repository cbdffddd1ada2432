package dev.attune.engine.decision;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.AttentionBudget;
import dev.attune.engine.action.AttentionWindow;
import dev.attune.engine.action.Kind;
import dev.attune.engine.fact.Known;
import dev.attune.engine.text.Place;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AttentionUnderLoadTest {
  private static final int PEOPLE = 50;
  private static final int REQUESTS = 20_000;

  @Test
  void two_services_and_20000_requests_never_exceed_a_budget_or_a_cap() throws Exception {
    Stage stage =
        new Stage()
            .budget(
                new AttentionBudget(
                    "two-a-day",
                    Set.of(Kind.NUDGE),
                    2,
                    AttentionWindow.DAY,
                    Place.of("placements.yaml")));
    for (int i = 0; i < 6; i++)
      stage.proposes(
          card("nudge-" + i)
              .in("editor.sidebar", "home.banner")
              .cap(1, Duration.ofDays(7))
              .priority(10 + i));
    DecisionService other = stage.service(stage.ledger);
    ExecutorService clients = Executors.newFixedThreadPool(4);

    for (int i = 0; i < REQUESTS; i++) {
      DecisionService by = i % 2 == 0 ? stage.service : other;
      String person = "person-" + i % PEOPLE;
      String placement = i % 3 == 0 ? "editor.sidebar" : "home.banner";
      clients.execute(() -> decideAndShow(stage, by, person, placement));
    }
    clients.shutdown();
    assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

    assertThat(stage.people).hasSize(PEOPLE);
    for (Known known : stage.people.values()) {
      assertThat(known.attention().spent()).hasSize(2);
      assertThat(known.encounters().values()).allMatch(met -> met.shownTotal() <= 1);
    }
  }

  private static void decideAndShow(
      Stage stage, DecisionService by, String person, String placement) {
    Decision decision = stage.decide(by, person, placement);
    for (String action : Stage.actions(decision))
      stage.intake.exposed(decision.id(), action).toCompletableFuture().join();
  }
}
