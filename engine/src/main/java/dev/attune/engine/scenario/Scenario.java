package dev.attune.engine.scenario;

import dev.attune.engine.text.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person's story with the decisions expected in it. Immutable.
 *
 * @param name in plain words, unique within its file
 * @param person the person's name in the file
 * @param given what is known of the person at the start
 * @param start the virtual clock's first moment
 * @param steps in order of time; a plain scenario has one
 * @param shows how often each action is to be shown in all, others never; null: not checked
 */
public record Scenario(
    String name,
    String person,
    Given given,
    Instant start,
    List<Step> steps,
    @Nullable Map<String, Integer> shows,
    Place place) {
  /** How much there is to run. */
  long weight() {
    return steps.stream()
        .mapToLong(step -> step instanceof Step.Happens happens ? happens.times() : 1)
        .sum();
  }
}
