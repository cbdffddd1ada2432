package dev.attune.engine.decision;

import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.VisitContext;
import java.util.List;

/**
 * What an app asks.
 *
 * @param placements at least one, each once; earlier ones choose first
 * @param visit typed by the vocabulary
 * @param explain adds the matching rules with their facts, and details to suppressions
 * @param dryRun decides without reserving or recording
 */
public record DecisionRequest(
    PersonId person,
    List<PlacementRequest> placements,
    VisitContext visit,
    boolean explain,
    boolean dryRun) {}
