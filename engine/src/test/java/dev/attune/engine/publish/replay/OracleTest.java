package dev.attune.engine.publish.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Attention.Interruption;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.publish.replay.ReplayReport.ActionChange;
import dev.attune.engine.publish.replay.ReplayReport.SegmentChange;
import dev.attune.engine.rule.evaluate.Release;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one edited threshold changes, worked out without the engine. */
class OracleTest {
  private static final Release TEN = TwoNudges.release(10, 1);
  private static final Release EIGHT = TwoNudges.release(8, 1);

  /** Everything that decides what somebody gets. */
  private record Person(@Nullable String role, @Nullable Integer seats, boolean interrupted) {
    @Nullable ReasonCode bigTeam(int threshold) {
      if (seats == null || seats < threshold) return ReasonCode.NOT_ELIGIBLE;
      return interrupted ? ReasonCode.NO_ATTENTION : null;
    }

    @Nullable ReasonCode forMarketers(int threshold) {
      if (!"marketer".equals(role)) return ReasonCode.NOT_ELIGIBLE;
      boolean budgetTaken = interrupted || bigTeam(threshold) == null;
      return budgetTaken ? ReasonCode.NO_ATTENTION : null;
    }

    Known known(int number) {
      Map<String, ProfileValue> profile = new HashMap<>();
      if (role != null) profile.put("role", said(role));
      if (seats != null) profile.put("seats", said(seats.doubleValue()));
      Interruption earlier = new Interruption("other", "nudge", TwoNudges.NOW.minusSeconds(3_600));
      return new Known(
          PersonId.user("p" + number),
          ZoneOffset.UTC,
          Consent.NONE,
          profile,
          Map.of(),
          Map.of(),
          Map.of(),
          interrupted ? new Attention(List.of(earlier), List.of()) : Attention.UNTOUCHED);
    }

    private static ProfileValue said(Object value) {
      return new ProfileValue(value, Provenance.of(Source.DECLARED, TwoNudges.NOW));
    }
  }

  private static Person person(Random random) {
    List<String> roles = List.of("marketer", "engineer", "");
    String role = roles.get(random.nextInt(3));
    Integer seats = random.nextInt(5) == 0 ? null : (Integer) random.nextInt(20);
    return new Person(role.isEmpty() ? null : role, seats, random.nextInt(4) == 0);
  }

  @Test
  void a_lowered_threshold_changes_exactly_what_can_be_worked_out_on_paper() {
    Random random = new Random(42);
    Recorded recorded = new Recorded();
    Map<Move, Long> moves = new TreeMap<>();
    long changed = 0;
    long lost = 0;
    long engineers = 0;
    long engineersChanged = 0;
    for (int i = 0; i < 2_000; i++) {
      Person person = person(random);
      recorded.add(TwoNudges.decide(TEN, person.known(i)));
      boolean gains = person.bigTeam(10) != null && person.bigTeam(8) == null;
      boolean loses = person.forMarketers(10) == null && person.forMarketers(8) != null;
      if (gains || loses) changed++;
      if (loses) lost++;
      if ("engineer".equals(person.role())) engineers++;
      if ("engineer".equals(person.role()) && gains) engineersChanged++;
      add("big-team", person.bigTeam(10), person.bigTeam(8), moves);
      add("for-marketers", person.forMarketers(10), person.forMarketers(8), moves);
    }

    ReplayReport report = recorded.on(EIGHT, TEN);

    assertThat(report.decisions().replayed()).isEqualTo(2_000);
    assertThat(report.decisions().changed()).isEqualTo(changed).isPositive();
    assertThat(new TreeMap<>(report.moves())).isEqualTo(moves);
    assertThat(report.actions())
        .extracting(ActionChange::action, ActionChange::gained, ActionChange::lost)
        .containsExactly(tuple("big-team", changed, 0L), tuple("for-marketers", 0L, lost));
    assertThat(report.segments())
        .filteredOn(one -> one.segment().equals("engineers"))
        .containsExactly(
            new SegmentChange(
                "engineers",
                engineers,
                engineers,
                engineersChanged,
                Map.of("big-team", engineersChanged),
                Map.of()));
    assertThat(report.after().interruptions() - report.before().interruptions())
        .isEqualTo(changed - lost);
    assertThat(report.after().refused() - report.before().refused()).isEqualTo(refusals(moves));
  }

  private static void add(
      String action, @Nullable ReasonCode from, @Nullable ReasonCode to, Map<Move, Long> moves) {
    if (from != to) moves.merge(new Move(action, from, to), 1L, Long::sum);
  }

  private static long refusals(Map<Move, Long> moves) {
    return moves.entrySet().stream()
        .mapToLong(
            entry ->
                (entry.getKey().to() == ReasonCode.NO_ATTENTION ? 1 : 0) * entry.getValue()
                    - (entry.getKey().from() == ReasonCode.NO_ATTENTION ? 1 : 0) * entry.getValue())
        .sum();
  }
}
