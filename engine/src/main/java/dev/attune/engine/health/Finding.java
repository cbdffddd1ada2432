package dev.attune.engine.health;

import dev.attune.engine.text.Place;
import java.time.Instant;
import java.util.Map;

/**
 * Something wrong, with its proof.
 *
 * @param subject the rule's name, or the placement's id
 * @param place where it stands
 * @param proof one sentence with the numbers
 * @param from when what was counted began
 * @param until when it ended
 * @param counts the numbers by name
 * @param advice what to do about it
 */
public record Finding(
    Label label,
    String subject,
    Place place,
    String proof,
    Instant from,
    Instant until,
    Map<String, Long> counts,
    String advice) {}
