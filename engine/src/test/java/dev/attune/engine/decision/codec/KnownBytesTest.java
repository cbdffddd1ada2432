package dev.attune.engine.decision.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownBytesTest {
  private static final Instant READ = Instant.parse("2026-01-15T12:00:00Z");

  @Test
  void what_was_unpacked_is_used_again_and_is_not_what_was_packed() {
    Known packed = Known.nothing(PersonId.user("ana"));
    KnownBytes bytes = KnownBytes.of(packed, READ);

    Known first = bytes.known();

    assertThat(first).isEqualTo(packed).isNotSameAs(packed);
    assertThat(bytes.known()).isSameAs(first);
    assertThat(bytes.at()).isEqualTo(READ);
  }
}
