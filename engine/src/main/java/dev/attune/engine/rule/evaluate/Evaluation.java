package dev.attune.engine.rule.evaluate;

import dev.attune.engine.action.Candidate;
import java.util.List;
import java.util.Set;

/**
 * What the rules of one release say about one person at one moment.
 *
 * @param candidates in the order of use cases, files and rules; without duplicates
 * @param segments names of the segments the person is in
 * @param limitHit the rules ran into their limit; then there are no candidates
 * @param matches the rules behind the candidates, and on which facts; only when asked for
 */
public record Evaluation(
    List<Candidate> candidates, Set<String> segments, boolean limitHit, List<Match> matches) {
  static final Evaluation LIMIT_HIT = new Evaluation(List.of(), Set.of(), true, List.of());
}
