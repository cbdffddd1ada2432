package dev.attune.engine.scenario;

import dev.attune.engine.text.Place;

/**
 * Where a scenario went another way than its author expected.
 *
 * @param place of the step
 * @param why what the engine says about the difference, one sentence for each action; may be empty
 */
public record Mismatch(Place place, String expected, String actual, String why) {}
