package dev.attune.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.text.Place;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import dev.attune.engine.vocabulary.Purpose;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LearntTest {
  private static final Consent AGREED = new Consent(Map.of(Purpose.PERSONALISATION, true));
  private static final Learnt LEARNT =
      new Learnt(Map.of("plan", said("trial")), Map.of(), Map.of(), Map.of());

  @Test
  void what_rules_may_read_follows_the_vocabulary_and_the_consent_each_time() {
    Vocabulary knows = knowing("plan");

    assertThat(LEARNT.usable(knows, AGREED)).isSameAs(LEARNT);
    assertThat(LEARNT.usable(knows, Consent.NONE).profile()).isEmpty();
    assertThat(LEARNT.usable(knows, AGREED)).isSameAs(LEARNT);
    assertThat(LEARNT.usable(Vocabulary.EMPTY, AGREED).profile()).isEmpty();
    assertThat(LEARNT.usable(knowing("role"), AGREED).profile()).isEmpty();
    assertThat(LEARNT.usable(knows, AGREED)).isSameAs(LEARNT);
  }

  @Test
  void it_is_packed_once() {
    AtomicInteger packed = new AtomicInteger();
    Learnt learnt = new Learnt(LEARNT.profile(), Map.of(), Map.of(), Map.of());

    byte[] first = learnt.packed(one -> new byte[] {(byte) packed.incrementAndGet()});
    byte[] second = learnt.packed(one -> new byte[] {(byte) packed.incrementAndGet()});

    assertThat(second).isSameAs(first).containsExactly(1);
  }

  @Test
  void it_is_noted_once_on_a_page_and_anew_on_the_next() {
    Object first = new Object();
    Learnt learnt = new Learnt(LEARNT.profile(), Map.of(), Map.of(), Map.of());

    assertThat(learnt.isNewOn(first)).isTrue();
    assertThat(learnt.isNewOn(first)).isFalse();
    assertThat(learnt.isNewOn(new Object())).isTrue();
  }

  private static Vocabulary knowing(String field) {
    Place here = Place.of("vocabulary.yaml");
    Field declared =
        new Field(
            field,
            FieldType.TEXT,
            List.of(),
            field,
            null,
            Purpose.PERSONALISATION,
            null,
            true,
            here);
    return new Vocabulary(Map.of(field, declared), Map.of(), Map.of(), Map.of(), Map.of());
  }

  private static ProfileValue said(String text) {
    return new ProfileValue(
        text, Provenance.of(Source.DECLARED, Instant.parse("2026-11-24T12:00:00Z")));
  }
}
