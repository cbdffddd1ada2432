package dev.attune.engine.action;

import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.text.Place;
import java.util.List;
import java.util.stream.Collectors;

/**
 * At most so many actions of one topic in a placement, on visits of one sort.
 *
 * @param topic as cards name it
 * @param visit all must hold; empty: on every visit
 */
public record Quota(String topic, int atMost, List<VisitTest> visit, Place declaredAt) {
  public boolean holds(VisitContext context) {
    for (int i = 0; i < visit.size(); i++) {
      if (!visit.get(i).holds(context)) return false;
    }
    return true;
  }

  /** In an author's words, e.g. {@code at most 1 of learning when device is mobile}. */
  public String words() {
    String when = visit.stream().map(VisitTest::words).collect(Collectors.joining(" and "));
    return "at most " + atMost + " of " + topic + (when.isEmpty() ? "" : " when " + when);
  }
}
