package dev.attune.engine.publish.ceiling;

import dev.attune.engine.action.Placement;
import dev.attune.engine.rule.evaluate.Release;
import java.util.Map;
import java.util.Optional;

/** Finds what a result's id stands for in a release. */
public final class Results {
  private Results() {}

  /**
   * A result and somebody who gets it.
   *
   * @param who in words
   */
  public record Found(Experience experience, String who) {}

  /**
   * Looks in one placement, or in all that declare a ceiling. Takes up to seconds.
   *
   * @param placement empty: all that declare a ceiling
   */
  public static Optional<Found> find(Release release, String id, Optional<String> placement) {
    return release.content().placements().byId().values().stream()
        .filter(each -> placement.map(each.id()::equals).orElse(each.ceiling() != null))
        .flatMap(each -> find(release, each, id).stream())
        .findFirst();
  }

  private static Optional<Found> find(Release release, Placement placement, String id) {
    for (Map.Entry<Experience, String> each : Reach.of(release, placement).results().entrySet()) {
      if (each.getKey().id().equals(id))
        return Optional.of(new Found(each.getKey(), each.getValue()));
    }
    return Optional.empty();
  }
}
