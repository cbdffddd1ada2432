package dev.attune.engine.explain.flip;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the smallest set of fact changes that turns a decision about one action: a lost action
 * would have been chosen, a chosen one not. Breadth first, so that what it finds first is smallest;
 * each step changes only what the verdict so far rests on; every set is judged by running the
 * engine, and the one that is told by running all of it. Takes milliseconds; used by one thread,
 * once.
 */
public final class FlipSearch {
  private static final int CHANGES = 3;

  private final Situation start;
  private final Trial trial;
  private final Relevant relevant;
  private final Set<String> tried = new HashSet<>();

  private FlipSearch(DecisionRecord made, Ground ground, ActionCard card, @Nullable String item) {
    this.start = new Situation(made.known(), made.visit(), made.at());
    this.trial = new Trial(made, ground, card, item);
    this.relevant = new Relevant(ground, card, start);
  }

  /**
   * @param ground of the release the decision was made on
   * @param item the one item asked about, where the action stands for each; null: whatever item
   */
  public static FlipAnswer find(
      DecisionRecord made, Ground ground, String action, @Nullable String item) {
    ActionCard card = ground.rules.cards().get(action);
    if (card == null || made.state() == State.DEFAULT) return new FlipAnswer.None();
    return new FlipSearch(made, ground, card, item).search();
  }

  private FlipAnswer search() {
    Node root = trial.run(List.of(), start);
    if (!root.chosen() && trial.isHopeless(start)) return new FlipAnswer.None();
    List<Node> level = List.of(root);
    for (int size = 1; size <= CHANGES; size++) {
      List<Node> next = new ArrayList<>();
      for (Node node : level) {
        for (Edit edit : relevant.of(node)) {
          Node found = tryOut(node, edit, root.chosen(), next);
          if (found != null) return new FlipAnswer.Found(flip(found));
          if (trial.isSpent()) return new FlipAnswer.Cut();
        }
      }
      level = next;
    }
    return new FlipAnswer.None();
  }

  /** The node that turns the decision, if this edit or a sibling of it does. */
  private @Nullable Node tryOut(Node node, Edit edit, boolean chosen, List<Node> next) {
    if (node.changes(edit.key())) return null;
    List<Edit> edits = new ArrayList<>(node.edits());
    edits.add(edit);
    Node changed = run(edits);
    if (changed == null) return null;
    next.add(changed);
    if (isTurned(changed, chosen)) return changed;
    boolean lost = changed.rerun() != null && !chosen;
    return lost ? trySiblings(relevant.siblings(changed), new ArrayList<>(), next) : null;
  }

  /** Proposed and yet lost: other values that make the rules match as well may win. */
  private @Nullable Node trySiblings(List<List<Edit>> values, List<Edit> taken, List<Node> next) {
    if (taken.size() == values.size()) {
      Node changed = run(taken);
      if (changed == null || changed.rerun() == null) return null;
      next.add(changed);
      return isTurned(changed, false) ? changed : null;
    }
    for (Edit value : values.get(taken.size())) {
      List<Edit> more = new ArrayList<>(taken);
      more.add(value);
      Node found = trySiblings(values, more, next);
      if (found != null) return found;
      if (trial.isSpent()) return null;
    }
    return null;
  }

  private boolean isTurned(Node node, boolean chosen) {
    return node.chosen() != chosen && trial.isChosen(node.situation()) != chosen;
  }

  /** Null when the set was tried before, in whatever order. */
  private @Nullable Node run(List<Edit> edits) {
    if (!tried.add(Node.name(edits))) return null;
    Situation situation = start;
    for (Edit edit : edits) situation = edit.apply(situation);
    return trial.run(edits, situation);
  }

  private static Flip flip(Node node) {
    return new Flip(
        node.edits().stream().map(Edit::told).toList(),
        node.situation().known(),
        node.situation().visit());
  }
}
