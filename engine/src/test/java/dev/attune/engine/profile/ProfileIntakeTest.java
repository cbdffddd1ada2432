package dev.attune.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.text.Place;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import dev.attune.engine.vocabulary.Purpose;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileIntakeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Field GOALS =
      new Field(
          "goals",
          FieldType.MANY_OF,
          List.of("hire_people", "reporting"),
          "what you want",
          "What do you want?",
          Purpose.PERSONALISATION,
          null,
          true,
          Place.of("vocabulary.yaml"));

  private final ProfileIntake intake =
      new ProfileIntake(
          new Vocabulary(Map.of("goals", GOALS), Map.of(), Map.of(), Map.of(), Map.of()), "pack-1");

  @Test
  void several_values_of_one_message_are_quoted_together() {
    Turn turn = new Turn(1, "We have to hire, and build dashboards.");

    ProfileValue goals =
        take(turn, fact("reporting", "build dashboards"), fact("hire_people", "hire"));

    assertThat(goals.value()).isEqualTo(Set.of("hire_people", "reporting"));
    assertThat(goals.provenance().quote()).isEqualTo("hire, and build dashboards");
  }

  @Test
  void words_too_far_apart_for_one_quote_are_quoted_by_the_last() {
    Turn turn = new Turn(1, "We have to hire. " + "By the way. ".repeat(20) + "And dashboards.");

    ProfileValue goals = take(turn, fact("hire_people", "hire"), fact("reporting", "dashboards"));

    assertThat(goals.provenance().quote()).isEqualTo("dashboards");
  }

  @Test
  void what_does_not_stand_in_the_turn_is_refused() {
    Turn turn = new Turn(1, "We have to hire.");

    Intake taken = intake.take(turn, List.of(fact("reporting", "dashboards")), Map.of(), NOW);

    assertThat(taken.believed()).isEmpty();
    assertThat(taken.refused())
        .extracting(Intake.RefusedFact::refusal)
        .containsExactly(Refusal.NOT_QUOTED);
  }

  private ProfileValue take(Turn turn, CandidateFact... facts) {
    return intake.take(turn, List.of(facts), Map.of(), NOW).believed().get("goals");
  }

  private static CandidateFact fact(String value, String quote) {
    return new CandidateFact("goals", value, 0.9, quote, "lexicon");
  }
}
