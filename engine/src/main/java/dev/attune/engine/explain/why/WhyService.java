package dev.attune.engine.explain.why;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.explain.Explainer;
import dev.attune.engine.explain.Explanation;
import dev.attune.engine.explain.WrittenRules;
import dev.attune.engine.explain.flip.FlipSearch;
import dev.attune.engine.explain.flip.Ground;
import dev.attune.engine.rule.evaluate.Release;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Explains recorded decisions. What it read of the last few releases it keeps. Thread-safe; an
 * answer takes milliseconds and does not belong on an event loop.
 */
public final class WhyService {
  private static final int KEPT = 8;

  private final Outcomes outcomes;
  private final Map<Release, Ground> grounds =
      new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Release, Ground> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * @param outcomes what happened to actions; for those nobody proposed in a decision, whose record
   *     has no counts of them
   */
  public WhyService(Outcomes outcomes) {
    this.outcomes = outcomes;
  }

  /**
   * Every action of the placements that were asked for.
   *
   * @param release the one it was decided on
   */
  public WhyAnswer about(DecisionRecord made, Release release) {
    return new WhyAnswer(explainer(made, release).explain(), null);
  }

  /**
   * One action of the release, and the smallest change of facts that would have turned its verdict.
   *
   * @param release the one it was decided on
   * @param item {@code kind/id} of the one item asked about, where the action stands for each;
   *     null: all of them
   */
  public WhyAnswer about(
      DecisionRecord made, Release release, String action, @Nullable String item) {
    Explainer explainer = explainer(made, release);
    Explanation explained = explainer.explain(action);
    if (item != null) explained = explained.about(item);
    ActionCard card = release.content().cards().get(action);
    if (card != null && explained.won().isEmpty() && explained.lost().isEmpty())
      explained = explained.withLost(List.of(explainer.notAskedFor(card)));
    DecisionRecord counted = made.withCounts(release.content().cards().keySet(), outcomes::of);
    return new WhyAnswer(explained, FlipSearch.find(counted, ground(release), action, item));
  }

  private Explainer explainer(DecisionRecord made, Release release) {
    return new Explainer(made, release, ground(release).written());
  }

  private Ground ground(Release release) {
    synchronized (grounds) {
      return grounds.computeIfAbsent(
          release, unseen -> new Ground(unseen, WrittenRules.of(unseen.content())));
    }
  }
}
