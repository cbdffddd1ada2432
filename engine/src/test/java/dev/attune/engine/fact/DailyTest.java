package dev.attune.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DailyTest {
  private final Daily facts = new Daily(Map.of(), List.of(), List.of(), List.of());
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void what_somebody_makes_of_the_facts_is_made_once_until_somebody_else_asks() {
    Object one = new Object();

    assertThat(facts.<Integer>seen(one, made::incrementAndGet)).isEqualTo(1);
    assertThat(facts.<Integer>seen(one, made::incrementAndGet)).isEqualTo(1);
    assertThat(facts.<Integer>seen(new Object(), made::incrementAndGet)).isEqualTo(2);
    assertThat(facts.<Integer>seen(one, made::incrementAndGet)).isEqualTo(3);
  }

  @Test
  void who_made_something_of_the_facts_goes_away_before_them() throws InterruptedException {
    ReferenceQueue<Object> gone = new ReferenceQueue<>();
    Reference<Object> release = asked(gone);

    Reference<?> found = null;
    for (int i = 0; i < 50 && found == null; i++) {
      System.gc();
      found = gone.remove(100);
    }
    assertThat(found).isSameAs(release);
    assertThat(facts.profile()).isEmpty();
  }

  private Reference<Object> asked(ReferenceQueue<Object> gone) {
    Object release = new Object();
    facts.<Integer>seen(release, made::incrementAndGet);
    return new WeakReference<>(release, gone);
  }
}
