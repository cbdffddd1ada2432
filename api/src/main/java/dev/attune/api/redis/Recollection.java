package dev.attune.api.redis;

import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read about people lately, with what tells whether it still holds: a person's facts
 * change their mark, reservations their own text. Bounded, the least recently used goes first.
 * Thread-safe.
 */
final class Recollection {
  private static final int PEOPLE = 2_000;

  private final Map<PersonId, Recalled> people =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PersonId, Recalled> eldest) {
          return size() > PEOPLE;
        }
      };

  /**
   * One person.
   *
   * @param reserved the reservations as they stand in the hash
   */
  record Recalled(Known known, byte[] mark, byte[] reserved) {}

  synchronized @Nullable Recalled of(PersonId person) {
    return people.get(person);
  }

  synchronized void keep(Recalled read) {
    people.put(read.known().person(), read);
  }

  synchronized void drop(PersonId person) {
    people.remove(person);
  }
}
