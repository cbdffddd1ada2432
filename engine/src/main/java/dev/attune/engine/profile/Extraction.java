package dev.attune.engine.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything one extractor read out of one turn. Retractions come before facts: "not sales,
 * marketing" takes back the one and states the other.
 *
 * @param facts at most one per value; several for a many-of field, which join those noted before
 * @param retractions noted values the person took back
 * @param declined fields the person does not want to speak of
 * @param alternatives by field name, likely values best first, at most three each; for a field with
 *     a certain fact its value comes first
 */
public record Extraction(
    List<CandidateFact> facts,
    List<Retraction> retractions,
    Set<String> declined,
    Map<String, List<Alternative>> alternatives) {
  public static final Extraction NOTHING = new Extraction(List.of(), List.of(), Set.of(), Map.of());
}
