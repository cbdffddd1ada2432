package dev.attune.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Change.Consented;
import dev.attune.engine.fact.Change.Counted;
import dev.attune.engine.vocabulary.Purpose;
import org.junit.jupiter.api.Test;

/** What every fact store does with a person who wants to be forgotten. */
public abstract class ErasureContract extends StoreContract {
  @Test
  void an_erased_person_is_not_born_again_by_a_late_event() {
    write(visitor, new Counted("tone.applied", ago(9)));
    write(ana, learnt("role", "marketer", Source.DECLARED, 9));
    join(store().merge(visitor, ana));

    assertThat(join(store().erase(ana))).isTrue();

    assertThat(join(store().write(ana, write("late", new Counted("tone.applied", ago(1))))))
        .isEqualTo(Written.ERASED);
    assertThat(join(store().write(visitor, write("late", new Counted("tone.applied", ago(1))))))
        .isEqualTo(Written.ERASED);
    assertThat(load(ana)).isEqualTo(Known.nothing(ana));
    assertThat(export(ana).values()).isEmpty();
    assertThat(join(store().erase(ana))).isFalse();
  }

  @Test
  void consent_given_after_an_erasure_is_a_new_beginning() {
    write(ana, learnt("role", "marketer", Source.DECLARED, 9));
    join(store().erase(ana));

    write(ana, new Consented(Purpose.PERSONALISATION, true, ago(0), "sign-up", "v1"));
    write(ana, new Counted("tone.applied", ago(0)));

    assertThat(load(ana).profile()).isEmpty();
    assertThat(load(ana).counters()).containsKey("tone.applied");
  }
}
