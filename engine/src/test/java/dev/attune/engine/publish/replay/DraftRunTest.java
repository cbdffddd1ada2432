package dev.attune.engine.publish.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.fact.Known;
import dev.attune.engine.publish.replay.ReplayReport.ActionChange;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.RandomLives;
import dev.attune.engine.scenario.RulesFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DraftRunTest {
  @Test
  void decisions_one_by_one_come_to_what_a_replay_of_all_of_them_comes_to() {
    Recorded recorded = new Recorded();
    List<DecisionRecord> records = new ArrayList<>();
    new RandomLives(RulesFixture.release(), 20260302, new Troubled(7))
        .live(
            40,
            50,
            made -> {
              recorded.add(made);
              records.add(made);
            });
    Release draft = ReplayTest.DRAFT;
    Map<String, Long> gained = new TreeMap<>();
    Map<String, Long> lost = new TreeMap<>();
    long changed = 0;

    DraftRun run = new DraftRun(draft);
    for (DecisionRecord made : records) {
      List<Move> moves = run.moves(made).orElseThrow();
      changed += moves.isEmpty() ? 0 : 1;
      for (Move move : moves) {
        if (move.isGain()) gained.merge(move.action(), 1L, Long::sum);
        if (move.isLoss()) lost.merge(move.action(), 1L, Long::sum);
      }
    }

    ReplayReport report = recorded.on(draft);
    assertThat(changed).isPositive().isEqualTo(report.decisions().changed());
    for (ActionChange each : report.actions()) {
      assertThat(gained.getOrDefault(each.action(), 0L)).isEqualTo(each.gained());
      assertThat(lost.getOrDefault(each.action(), 0L)).isEqualTo(each.lost());
    }
  }

  @Test
  void a_decision_of_a_placement_that_is_gone_means_nothing() {
    DecisionRecord made = TwoNudges.decide(TwoNudges.release(3, 1), Known.nothing(TwoNudges.ANA));

    assertThat(new DraftRun(RulesFixture.release()).moves(made)).isEmpty();
  }
}
