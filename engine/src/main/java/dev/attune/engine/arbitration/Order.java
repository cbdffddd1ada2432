package dev.attune.engine.arbitration;

import java.util.ArrayList;
import java.util.List;

/** Orders in which contenders are asked for places. */
final class Order {
  private Order() {}

  static boolean holds(List<Ranked> order, String key) {
    return indexOf(order, key) >= 0;
  }

  /** The place of a key, -1 when it has none. */
  static int indexOf(List<Ranked> order, String key) {
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i).key().equals(key)) return i;
    }
    return -1;
  }

  /** First these, then whoever else is ranked. */
  static List<Ranked> followedBy(List<Ranked> ranked, List<Ranked> first) {
    List<Ranked> all = new ArrayList<>(first);
    for (Ranked one : ranked) {
      if (!holds(first, one.key())) all.add(one);
    }
    return all;
  }
}
