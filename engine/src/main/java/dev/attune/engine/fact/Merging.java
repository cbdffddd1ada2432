package dev.attune.engine.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Makes one person's facts of two people's; the order does not matter. */
final class Merging {
  private static final int KEEP_SHOWN = 64;

  private Merging() {}

  static Map<String, Counter> counters(Map<String, Counter> one, Map<String, Counter> other) {
    return together(one, other, Counter::plus);
  }

  static Map<String, Encounters> encounters(
      Map<String, Encounters> one, Map<String, Encounters> other) {
    return together(one, other, Merging::met);
  }

  /** The encounters that are not about an item. */
  static Map<String, Encounters> without(Map<String, Encounters> encounters, String item) {
    if (encounters.keySet().stream().noneMatch(key -> item.equals(ActionKey.item(key))))
      return encounters;
    Map<String, Encounters> others = new HashMap<>(encounters);
    others.keySet().removeIf(key -> item.equals(ActionKey.item(key)));
    return others;
  }

  static Attention attention(Attention one, Attention other) {
    List<Attention.Interruption> spent = new ArrayList<>(one.spent());
    spent.addAll(other.spent());
    spent.sort(Comparator.comparing(Attention.Interruption::at));
    List<Attention.Reservation> reserved = new ArrayList<>(one.reserved());
    for (Attention.Reservation held : other.reserved()) {
      if (reserved.stream().noneMatch(mine -> mine.action().equals(held.action())))
        reserved.add(held);
    }
    return new Attention(List.copyOf(spent), List.copyOf(reserved));
  }

  static <T> Map<String, T> together(
      Map<String, T> one, Map<String, T> other, BinaryOperator<T> join) {
    Map<String, T> together = new HashMap<>(one);
    other.forEach((key, value) -> together.merge(key, value, join));
    return together;
  }

  private static Encounters met(Encounters one, Encounters other) {
    List<Instant> shown = new ArrayList<>(one.shown());
    shown.addAll(other.shown());
    shown.sort(Comparator.naturalOrder());
    return new Encounters(
        one.action(),
        List.copyOf(shown.subList(Math.max(0, shown.size() - KEEP_SHOWN), shown.size())),
        one.shownTotal() + other.shownTotal(),
        one.dismissed() + other.dismissed(),
        one.accepted() + other.accepted(),
        one.snoozed() + other.snoozed(),
        Times.laterKnown(one.lastDismissed(), other.lastDismissed()),
        Times.laterKnown(one.lastAccepted(), other.lastAccepted()),
        Times.laterKnown(one.snoozedUntil(), other.snoozedUntil()),
        one.less() || other.less());
  }
}
