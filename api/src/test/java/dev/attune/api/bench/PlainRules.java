package dev.attune.api.bench;

import dev.attune.engine.fact.Activity;
import dev.attune.engine.fact.Exposure;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.ProfileValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The measured rules as one would write them in Java, with everything prepared that can be: what
 * evaluating them costs at the least.
 */
final class PlainRules {
  private final List<BenchRule> rules = new ArrayList<>();

  PlainRules(int count) {
    for (int i = 0; i < count; i++) rules.add(new BenchRule(i));
  }

  /** The actions proposed on a page. */
  List<String> actions(Facts facts, String page) {
    Person person = new Person(facts);
    List<String> actions = new ArrayList<>();
    for (BenchRule rule : rules) {
      if (page.equals(rule.page()) && person.matches(rule)) actions.add(rule.action());
    }
    return actions;
  }

  private static final class Person {
    private final Map<String, ProfileValue> profile;
    private final Map<String, Activity> activities = new HashMap<>();
    private final Map<String, Exposure> exposures = new HashMap<>();
    private final BitSet segments = new BitSet();
    private int recent;

    Person(Facts facts) {
      profile = facts.profile();
      for (Activity each : facts.activities()) {
        activities.put(each.event(), each);
        if (each.last7Days() >= 1) recent += each.count();
      }
      for (Exposure each : facts.exposures()) exposures.put(each.action(), each);
      for (int i = 0; i < BenchRules.SEGMENTS; i++) {
        Object value = value("a" + 2 * i);
        segments.set(i, "v0".equals(value) || "v1".equals(value));
      }
    }

    private Object value(String field) {
      ProfileValue value = profile.get(field);
      return value == null ? "" : value.value();
    }

    boolean matches(BenchRule rule) {
      return rule.text().equals(value(rule.textField()))
          && value(rule.numberField()) instanceof Double number
          && number > rule.moreThan()
          && adds(rule);
    }

    private boolean adds(BenchRule rule) {
      boolean segment = segments.get(rule.number() % BenchRules.SEGMENTS);
      Activity event = activities.get(rule.event());
      Activity other = activities.get(rule.otherEvent());
      return switch (rule.addition()) {
        case COUNTER_AND_SEGMENT -> segment && event != null && event.count() >= 2;
        case SEGMENT_AND_NEVER_SHOWN -> segment && !exposures.containsKey(rule.action());
        case COUNTER_WITHOUT_SEGMENT -> !segment && event != null && event.last7Days() >= 2;
        case SUM -> recent > 30;
        case TWO_COUNTERS ->
            event != null && other != null && other.count() > Objects.requireNonNull(event).count();
        case SEGMENT_AND_COUNT -> segment && exposures.size() < 6;
      };
    }
  }
}
