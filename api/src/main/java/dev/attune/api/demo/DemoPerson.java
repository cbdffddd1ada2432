package dev.attune.api.demo;

import dev.attune.api.demo.Story.Acceptance;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One person of the sample, with times on the real clock.
 *
 * @param traits as an app would identify them
 * @param consent the purposes agreed to, as on the wire
 * @param deeds what the person did, oldest first
 */
public record DemoPerson(
    String id,
    Map<String, Object> traits,
    List<String> consent,
    List<Deed> deeds,
    List<Acceptance> accepts) {

  /** One event of a person. */
  public record Deed(Instant at, String event, Map<String, Object> properties) {}
}
