package dev.attune.engine.explain.flip;

import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.VisitContext;
import java.util.List;

/**
 * The smallest set of fact changes after which the decision would have come out the other way, one
 * to three of them; confirmed by running the engine.
 *
 * @param known what would have been known
 * @param visit what the app would have sent
 */
public record Flip(List<FactChange> changes, Known known, VisitContext visit) {
  /**
   * One changed fact, in plain words.
   *
   * @param fact e.g. {@code profile role} or {@code document.created}
   * @param from as it was, e.g. {@code unknown} or {@code 2 times}
   * @param to as it would have to be
   */
  public record FactChange(String fact, String from, String to) {}
}
