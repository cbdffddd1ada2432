package dev.attune.engine.publish.replay;

import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecord.Chosen;
import dev.attune.engine.decision.Rerun;
import dev.attune.engine.publish.replay.ReplayReport.ActionChange;
import dev.attune.engine.publish.replay.ReplayReport.SegmentChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who gains and loses which actions. */
final class PeopleTally {
  private final Counts<String> chosenBefore = new Counts<>();
  private final Counts<String> chosenAfter = new Counts<>();
  private final Counts<String> gained = new Counts<>();
  private final Counts<String> lost = new Counts<>();
  private final Map<String, Segment> segments = new TreeMap<>();

  private static final class Segment {
    private long before;
    private long after;
    private long changed;
    private final Counts<String> gained = new Counts<>();
    private final Counts<String> lost = new Counts<>();

    void addAll(Segment other) {
      before += other.before;
      after += other.after;
      changed += other.changed;
      gained.addAll(other.gained);
      lost.addAll(other.lost);
    }
  }

  /** The segments of one decision's person, on both sides. */
  record Sides(Set<String> before, Set<String> after) {
    Set<String> either() {
      Set<String> either = new HashSet<>(named(before));
      either.addAll(named(after));
      if (either.size() > 1) either.remove(ReplayReport.NO_SEGMENT);
      return either;
    }

    static Set<String> named(Set<String> segments) {
      return segments.isEmpty() ? Set.of(ReplayReport.NO_SEGMENT) : segments;
    }
  }

  /** Adds a decision; {@code changed} when the person gets something else. */
  void add(DecisionRecord made, Rerun now, Sides sides, boolean changed) {
    Set<String> had = new HashSet<>();
    Set<String> gets = new HashSet<>();
    for (Chosen one : made.chosen()) had.add(one.action());
    for (Filled filled : now.arbitration().filled()) {
      for (Ranked one : filled.chosen()) gets.add(one.action());
    }
    had.forEach(chosenBefore::add);
    gets.forEach(chosenAfter::add);
    for (String name : Sides.named(sides.before())) segment(name).before++;
    for (String name : Sides.named(sides.after())) segment(name).after++;
    if (changed) addChange(without(gets, had), without(had, gets), sides);
  }

  private void addChange(Set<String> comes, Set<String> goes, Sides sides) {
    comes.forEach(gained::add);
    goes.forEach(lost::add);
    for (String name : sides.either()) {
      Segment segment = segment(name);
      segment.changed++;
      comes.forEach(segment.gained::add);
      goes.forEach(segment.lost::add);
    }
  }

  private Segment segment(String name) {
    return segments.computeIfAbsent(name, first -> new Segment());
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> others = new HashSet<>(all);
    others.removeAll(some);
    return others;
  }

  void addAll(PeopleTally other) {
    chosenBefore.addAll(other.chosenBefore);
    chosenAfter.addAll(other.chosenAfter);
    gained.addAll(other.gained);
    lost.addAll(other.lost);
    other.segments.forEach((name, one) -> segment(name).addAll(one));
  }

  List<ActionChange> actions() {
    Set<String> touched = new TreeSet<>();
    gained.keys().forEach(touched::add);
    lost.keys().forEach(touched::add);
    List<ActionChange> changes = new ArrayList<>();
    for (String action : touched) changes.add(action(action));
    changes.sort(
        Comparator.comparingLong((ActionChange one) -> one.gained() + one.lost()).reversed());
    return changes;
  }

  private ActionChange action(String id) {
    return new ActionChange(
        id, chosenBefore.of(id), chosenAfter.of(id), gained.of(id), lost.of(id));
  }

  List<SegmentChange> segments() {
    List<SegmentChange> changes = new ArrayList<>();
    segments.forEach((name, one) -> changes.add(change(name, one)));
    changes.sort(Comparator.comparingLong(SegmentChange::changed).reversed());
    return changes;
  }

  private static SegmentChange change(String name, Segment one) {
    return new SegmentChange(
        name, one.before, one.after, one.changed, one.gained.sorted(), one.lost.sorted());
  }
}
