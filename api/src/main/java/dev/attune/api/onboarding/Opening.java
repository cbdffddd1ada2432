package dev.attune.api.onboarding;

import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.fact.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to start a conversation, or to go on with the person's last one.
 *
 * @param model the person's answer to whether a language model may read what they write; null when
 *     it was not asked now
 */
public record Opening(
    PersonId person, @Nullable Boolean model, List<PlacementRequest> placements) {}
