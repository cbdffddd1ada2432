package dev.attune.engine.decision;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Candidate;
import dev.attune.engine.action.Placements;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.VisitContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A release as deciding sees it: what it declares, and what its rules propose. Thread-safe. */
public interface Rules {
  /** Id of the release. */
  String release();

  Placements placements();

  Map<String, ActionCard> cards();

  /** Never throws; overrunning the limit is a value. */
  Proposals propose(Known known, Instant now, VisitContext visit, Set<String> placements);

  /**
   * What the rules came to.
   *
   * @param limitHit the rules were cut short; the candidates are not to be used
   */
  record Proposals(List<Candidate> candidates, boolean limitHit) {}
}
