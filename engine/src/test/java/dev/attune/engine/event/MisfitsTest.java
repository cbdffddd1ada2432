package dev.attune.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.event.Undeclared.Part;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.rule.evaluate.SmallWorld;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MisfitsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void fields_whose_kept_values_do_not_fit_are_named_and_counted() {
    InMemoryUndeclared undeclared = new InMemoryUndeclared();
    Misfits misfits = new Misfits(SmallWorld::vocabulary, undeclared, () -> NOW);
    Known known =
        new Known(
            PersonId.user("ana"),
            ZoneOffset.UTC,
            Consent.NONE,
            Map.of(
                "role", value("marketer"),
                "goals", value(Set.of("reporting")),
                "age", value("forty"),
                "never declared", value(1.0)),
            Map.of(),
            Map.of(),
            Map.of(),
            Attention.UNTOUCHED);

    assertThat(misfits.noted(known)).isSameAs(known);
    misfits.noted(known);

    assertThat(undeclared.names().toCompletableFuture().join())
        .containsExactly(new Undeclared.Name(Part.STORED_VALUE, "age", 2, NOW));
  }

  private static ProfileValue value(Object value) {
    return new ProfileValue(value, Provenance.of(Source.DECLARED, NOW));
  }
}
