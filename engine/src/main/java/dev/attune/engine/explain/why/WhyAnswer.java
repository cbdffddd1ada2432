package dev.attune.engine.explain.why;

import dev.attune.engine.explain.Discretion;
import dev.attune.engine.explain.Explanation;
import dev.attune.engine.explain.flip.Flip;
import dev.attune.engine.explain.flip.Flip.FactChange;
import dev.attune.engine.explain.flip.FlipAnswer;
import dev.attune.engine.rule.Content;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why actions were chosen or not.
 *
 * @param flip what would have turned the verdict; null unless one action was asked about
 */
public record WhyAnswer(Explanation explanation, @Nullable FlipAnswer flip) {
  /** How a change names a fact, and what an explanation calls it. */
  private static final Map<String, String> NAMED = Map.of("profile", "Profile", "visit", "Visit");

  private static final String UNKNOWN = "unknown";

  /** The same as somebody may read it who may see rules and nobody's facts. */
  public WhyAnswer discreet(Content content) {
    Discretion discretion = new Discretion(content);
    return new WhyAnswer(discretion.of(explanation), discreet(flip, discretion));
  }

  private static @Nullable FlipAnswer discreet(@Nullable FlipAnswer flip, Discretion discretion) {
    if (!(flip instanceof FlipAnswer.Found found)) return flip;
    List<FactChange> changes =
        found.flip().changes().stream().map(change -> discreet(change, discretion)).toList();
    return new FlipAnswer.Found(new Flip(changes, found.flip().known(), found.flip().visit()));
  }

  private static FactChange discreet(FactChange change, Discretion discretion) {
    int id = change.fact().indexOf('/');
    if (id > 0) {
      String kind = change.fact().substring(0, id + 1);
      return new FactChange(kind + Discretion.HIDDEN, change.from(), change.to());
    }
    String[] parts = change.fact().split(" ", 2);
    String fact = NAMED.get(parts[0]);
    boolean tells =
        fact == null || change.from().equals(UNKNOWN) || discretion.maySay(fact, parts[1]);
    return tells ? change : new FactChange(change.fact(), Discretion.HIDDEN, change.to());
  }
}
