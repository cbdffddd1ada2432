package dev.attune.engine.arbitration;

import java.util.ArrayList;
import java.util.List;

/** Orders in which contenders are asked for places. */
final class Order {
  private Order() {}

  static boolean holds(List<Ranked> order, String action) {
    return indexOf(order, action) >= 0;
  }

  /** The place of an action, -1 when it has none. */
  static int indexOf(List<Ranked> order, String action) {
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i).action().equals(action)) return i;
    }
    return -1;
  }

  /** First these, then whoever else is ranked. */
  static List<Ranked> followedBy(List<Ranked> ranked, List<Ranked> first) {
    List<Ranked> all = new ArrayList<>(first);
    for (Ranked one : ranked) {
      if (!holds(first, one.action())) all.add(one);
    }
    return all;
  }
}
