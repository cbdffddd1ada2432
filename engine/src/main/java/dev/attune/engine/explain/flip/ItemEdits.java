package dev.attune.engine.explain.flip;

import dev.attune.engine.explain.flip.Flip.FactChange;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.rule.condition.FactType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How things the person works on could have stood instead, and one thing more or less. */
final class ItemEdits {
  private final Situation situation;
  private final Bounds bounds;

  ItemEdits(Situation situation, Bounds bounds) {
    this.situation = situation;
    this.bounds = bounds;
  }

  List<Edit> of(String key, String kind) {
    List<Edit> edits = new ArrayList<>();
    for (ItemState item : situation.known().items().values()) {
      if (item.kind().equals(kind)) changes(item, edits);
    }
    String id = "another-" + kind;
    for (int hours : hours(kind)) {
      ItemState more = new ItemState(kind, id, "", ago(hours), null);
      edits.add(edit(key, kind + "/" + id, "none", open(hours), more));
    }
    return edits;
  }

  private void changes(ItemState item, List<Edit> edits) {
    String id = item.kind() + "/" + item.id();
    String key = "item." + item.kind() + "." + item.id();
    String now = item.isOpen() ? "open" : "closed";
    for (int hours : hours(item.kind())) {
      ItemState other = new ItemState(item.kind(), item.id(), item.title(), ago(hours), null);
      edits.add(edit(key, id, now, open(hours), other));
    }
    if (item.isOpen()) {
      Instant last = item.touchedAt();
      ItemState closed = new ItemState(item.kind(), item.id(), item.title(), last, last);
      edits.add(edit(key, id, now, "closed", closed));
    }
    FactChange gone = new FactChange(id, now, "none");
    edits.add(new Edit(key, gone, before -> before.item(id, null)));
  }

  private static Edit edit(String key, String id, String from, String to, ItemState item) {
    return new Edit(key, new FactChange(id, from, to), before -> before.item(id, item));
  }

  private static String open(int hours) {
    return hours == 0 ? "open, in use now" : "open, idle for " + hours + " hours";
  }

  private Set<Integer> hours(String kind) {
    Set<Integer> hours = new TreeSet<>(List.of(0));
    hours.addAll(bounds.around(FactType.ITEM, kind, "hoursIdle"));
    return hours;
  }

  private Instant ago(int hours) {
    return situation.now().minus(Duration.ofHours(hours));
  }
}
