package dev.attune.engine.explain;

import dev.attune.engine.arbitration.Arbitration;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.decision.DecisionRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of each action in each placement, in a form two decisions can be compared by. */
public final class Verdicts {
  private Verdicts() {}

  /** By {@code placement/key}: {@code chosen} with its rank, or the reason. */
  public static Map<String, String> of(Arbitration arbitration) {
    Map<String, String> verdicts = new LinkedHashMap<>();
    arbitration
        .filled()
        .forEach(
            filled -> {
              String placement = filled.slot().placement().id();
              for (int i = 0; i < filled.chosen().size(); i++)
                verdicts.put(key(placement, filled.chosen().get(i).key()), chosen(i + 1));
            });
    arbitration.suppressed().forEach(one -> add(one, verdicts));
    return verdicts;
  }

  /** The recorded verdicts. */
  public static Map<String, String> of(DecisionRecord made) {
    Map<String, String> verdicts = new LinkedHashMap<>();
    made.chosen().forEach(one -> verdicts.put(key(one.placement(), one.key()), chosen(one.rank())));
    made.suppressed().forEach(one -> add(one, verdicts));
    return verdicts;
  }

  private static void add(Suppression one, Map<String, String> verdicts) {
    verdicts.put(key(one.placement(), one.key()), one.reason().name());
  }

  private static String key(String placement, String key) {
    return placement + '/' + key;
  }

  private static String chosen(int rank) {
    return "chosen " + rank;
  }
}
