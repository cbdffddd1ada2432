package dev.attune.engine.explain.flip;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.arbitration.Arbitration;
import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.decision.Rerun;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.vocabulary.Purpose;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks for the smallest set of fact changes that turns a decision about one action: a lost action
 * would have been chosen, a chosen one not. Breadth first, so that what it finds first is smallest;
 * each step changes only what the verdict so far rests on; every candidate set is judged by running
 * the engine. Used by one thread, once.
 */
public final class FlipSearch {
  private static final int CHANGES = 3;
  private static final int RUNS = 1_000;

  private final DecisionRecord made;
  private final ReleaseRules rules;
  private final String action;
  private final Keys keys;
  private final Stops stops;
  private final Situation start;
  private final Edits edits;
  private final Set<String> tried = new HashSet<>();
  private int runs;

  private FlipSearch(DecisionRecord made, Release release, String action) {
    this.made = made;
    this.rules = new ReleaseRules(release);
    this.action = action;
    this.keys = new Keys(release.content());
    this.stops = new Stops(release, keys);
    this.start = new Situation(made.known(), made.visit(), made.at());
    this.edits = new Edits(start, release.content(), new Bounds(keys.rules()));
  }

  /** Empty when no set within the bounds turns the decision. */
  public static Optional<Flip> find(DecisionRecord made, Release release, String action) {
    if (!release.content().cards().containsKey(action)) return Optional.empty();
    return new FlipSearch(made, release, action).search();
  }

  /** A set of edits and what the decision came to with them. */
  private record Node(List<Edit> edits, Situation situation, Rerun rerun) {}

  private Optional<Flip> search() {
    Node root = new Node(List.of(), start, rerun(start));
    boolean chosen = isChosen(root.rerun());
    List<Node> level = List.of(root);
    for (int size = 1; size <= CHANGES; size++) {
      List<Node> next = new ArrayList<>();
      for (Node node : level) {
        for (Edit edit : edits.of(relevant(node, chosen))) {
          if (!isNew(node, edit)) continue;
          if (runs++ == RUNS) return Optional.empty();
          Node changed = with(node, edit);
          if (isChosen(changed.rerun()) != chosen) return Optional.of(flip(changed));
          next.add(changed);
        }
      }
      level = next;
    }
    return Optional.empty();
  }

  private Rerun rerun(Situation situation) {
    return Rerun.of(made, rules, situation.known(), situation.visit());
  }

  private Node with(Node node, Edit edit) {
    List<Edit> all = new ArrayList<>(node.edits());
    all.add(edit);
    Situation situation = edit.apply(node.situation());
    return new Node(all, situation, rerun(situation));
  }

  /** Each set is tried once, whatever the order of its edits; one edit for each key. */
  private boolean isNew(Node node, Edit edit) {
    Set<String> set = new TreeSet<>();
    for (Edit one : node.edits()) {
      if (one.key().equals(edit.key())) return false;
      set.add(one.key() + one.told());
    }
    set.add(edit.key() + edit.told());
    return tried.add(String.join("|", set));
  }

  private boolean isChosen(Rerun rerun) {
    for (Filled filled : rerun.arbitration().filled()) {
      for (Ranked one : filled.chosen()) {
        if (one.action().equals(action)) return true;
      }
    }
    return false;
  }

  private static Flip flip(Node node) {
    return new Flip(node.edits().stream().map(Edit::told).collect(Collectors.toList()));
  }

  /** What the verdict on the action rests on here; nothing else can turn it in the next step. */
  private Set<String> relevant(Node node, boolean chosen) {
    ActionCard card = rules.cards().get(action);
    if (card == null) return Set.of();
    Set<String> relevant = new LinkedHashSet<>();
    Arbitration arbitration = node.rerun().arbitration();
    List<Suppression> about =
        arbitration.suppressed().stream().filter(one -> one.action().equals(action)).toList();
    if (chosen) relevant.addAll(keys.ofGates(card));
    if (chosen) addRules(action, node, relevant);
    if (!chosen) addStops(node, relevant);
    for (Suppression one : about) addReason(one.reason(), card, node, relevant);
    return relevant;
  }

  private void addReason(ReasonCode reason, ActionCard card, Node node, Set<String> relevant) {
    switch (reason) {
      case NO_CONSENT, ALREADY_DONE, DISMISSED, CAPPED, COOLING_DOWN ->
          relevant.addAll(keys.ofGates(card));
      case NO_ATTENTION -> {
        relevant.addAll(edits.attention());
        addRivals(node, relevant);
      }
      case EXCLUDED, OUTRANKED, SLOT_TAKEN -> addRivals(node, relevant);
      default -> {}
    }
  }

  /** Rules that do not match yet: all of them, or ones that would weigh more. */
  private void addStops(Node node, Set<String> relevant) {
    relevant.addAll(stops.ofProposing(action, node.situation()));
    addConsent(node, relevant);
  }

  private void addRules(String proposed, Node node, Set<String> relevant) {
    relevant.addAll(keys.ofProposing(proposed));
    addConsent(node, relevant);
  }

  /** The rules see nothing personal without consent to it. */
  private static void addConsent(Node node, Set<String> relevant) {
    if (!node.situation().known().consent().allows(Purpose.PERSONALISATION))
      relevant.add("consent." + Purpose.PERSONALISATION.wire());
  }

  private void addRivals(Node node, Set<String> relevant) {
    for (Filled filled : node.rerun().arbitration().filled()) {
      for (Ranked rival : filled.chosen()) {
        addRules(rival.action(), node, relevant);
        relevant.addAll(keys.ofGates(rival.card()));
      }
    }
  }
}
