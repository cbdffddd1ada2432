package dev.attune.engine.publish.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.decision.State;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.rule.evaluate.Release;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People whose values were kept before a field was given another type. */
class RetypedFieldTest {
  private final Release release = TwoNudges.release(10, 5);

  static Object[] values() {
    return new Object[] {"ten", Set.of("ten"), true};
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_value_of_another_type_counts_as_unknown_and_every_other_rule_goes_on(Object kept) {
    DecisionRecord made = TwoNudges.decide(release, ana(kept));

    assertThat(made.state()).isEqualTo(State.FRESH);
    assertThat(made.chosen()).extracting(each -> each.action()).containsExactly("for-marketers");
    assertThat(release.overruns()).isZero();
  }

  @Test
  void what_was_not_used_is_not_recorded_as_used() {
    Known usable = new ReleaseRules(release).usable(ana("ten"));

    assertThat(usable.profile()).containsOnlyKeys("role");
  }

  private static Known ana(Object seats) {
    return new Known(
        TwoNudges.ANA,
        ZoneOffset.UTC,
        Consent.NONE,
        Map.of("role", declared("marketer"), "seats", declared(seats)),
        Map.of(),
        Map.of(),
        Map.of(),
        Attention.UNTOUCHED);
  }

  private static ProfileValue declared(Object value) {
    return new ProfileValue(value, Provenance.of(Source.DECLARED, TwoNudges.NOW));
  }
}
