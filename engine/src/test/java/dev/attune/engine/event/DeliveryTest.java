package dev.attune.engine.event;

import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.InMemoryFactStore;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DeliveryTest extends DeliveryContract {
  @Property(tries = 300)
  void shuffled_repeated_and_late_events_end_in_the_facts_of_one_ordered_delivery(
      @ForAll long seed) {
    disorder_ends_in_the_facts_of_one_ordered_delivery(seed);
  }

  @Property(tries = 300)
  void windows_are_exact_to_the_day_in_every_zone(@ForAll long seed) {
    windows_equal_a_recount_of_the_raw_events(seed);
  }

  @Override
  protected FactStore newStore() {
    return new InMemoryFactStore(new ConcurrentHashMap<>(), ConsentDefault.NOTHING);
  }
}
