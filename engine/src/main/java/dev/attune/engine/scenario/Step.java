package dev.attune.engine.scenario;

import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.text.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happens in a scenario, at its time. */
public sealed interface Step {
  Instant at();

  /** Where the author wrote it. */
  Place place();

  /**
   * The person does something.
   *
   * @param times how often, all at the same moment
   */
  record Happens(Instant at, String event, Map<String, Object> properties, int times, Place place)
      implements Step {}

  /**
   * The app asks for a decision.
   *
   * @param then what the person does with all that was chosen; null: does not even see it
   */
  record Decides(
      Instant at,
      List<PlacementRequest> placements,
      VisitContext visit,
      Expected expected,
      @Nullable Then then,
      Place place)
      implements Step {}

  /** The person reacts to an action chosen by the latest decision that chose it. */
  record Reacts(Instant at, String action, Then then, Place place) implements Step {}

  /** What a person does with what was chosen. */
  enum Then {
    SEEN(null),
    ACCEPTED(ReactionType.ACCEPTED),
    DISMISSED(ReactionType.DISMISSED),
    SNOOZED(ReactionType.SNOOZED),
    OVERRIDDEN(ReactionType.OVERRIDDEN),
    LESS(ReactionType.LESS);

    private final @Nullable ReactionType reaction;

    Then(@Nullable ReactionType reaction) {
      this.reaction = reaction;
    }

    /** What is reported after the exposure; null: nothing more. */
    @Nullable ReactionType reaction() {
      return reaction;
    }
  }
}
