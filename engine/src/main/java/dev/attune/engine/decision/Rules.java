package dev.attune.engine.decision;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Placements;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.Evaluation;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A release as deciding sees it: what it declares, and what its rules propose. Thread-safe. */
public interface Rules {
  /** Id of the release. */
  String release();

  Placements placements();

  Map<String, ActionCard> cards();

  /** Never throws; overrunning the limit is a value. */
  Evaluation propose(Known known, Instant now, VisitContext visit, Set<String> placements);

  /** The same, with the rules behind what was proposed, and on which facts they matched. */
  Evaluation explain(Known known, Instant now, VisitContext visit, Set<String> placements);

  /** What is known without the profile fields the person's consent keeps from the rules. */
  Known usable(Known known);

  /** True when {@link #propose} may hold its thread for milliseconds. */
  boolean mayBlock();
}
