package dev.attune.engine.explain.flip;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.decision.Rerun;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The edits that can turn the verdict on an action, or bring it a step nearer to turning: nothing
 * else can. Those an author would think of first come first. Used by one thread.
 */
final class Relevant {
  private final Ground ground;
  private final ActionCard card;

  /** By the bounds of the action's own rules: enough to make them match or not. */
  private final Edits own;

  /** By the bounds of all rules: what other actions depend on. */
  private final Edits all;

  Relevant(Ground ground, ActionCard card, Situation start) {
    this.ground = ground;
    this.card = card;
    Bounds bounds = new Bounds(ground.keys.rulesBehind(card.id()));
    this.own = new Edits(start, ground.release.content(), bounds);
    this.all = new Edits(start, ground.release.content(), ground.bounds);
  }

  List<Edit> of(Node node) {
    Rerun rerun = node.rerun();
    if (rerun == null) return own.of(withConsent(stops(node)));
    if (!node.chosen()) return toWin(node, rerun);
    return isPinned(rerun) ? all.of(ground.keys.ofGates(card)) : toLose(node);
  }

  /** What the person pinned stays whatever the rules and the rivals do; only gates can close. */
  private boolean isPinned(Rerun rerun) {
    return rerun.arbitration().filled().stream()
        .flatMap(filled -> filled.chosen().stream())
        .anyMatch(one -> one.action().equals(card.id()) && one.contender().isPinned());
  }

  /** Every value of what these edits change, for what it does to other actions. */
  List<List<Edit>> siblings(Node node) {
    List<List<Edit>> siblings = new ArrayList<>();
    for (Edit edit : node.edits()) {
      List<Edit> values = new ArrayList<>(List.of(edit));
      for (Edit other : all.one(own.origin(edit))) {
        if (other.key().equals(edit.key())) values.add(other);
      }
      siblings.add(values);
    }
    return siblings;
  }

  private List<Edit> toLose(Node node) {
    List<Edit> edits = own.of(withConsent(ground.keys.ofProposing(card.id())));
    edits.addAll(all.of(ground.keys.ofGates(card)));
    edits.addAll(all.of(all.attention()));
    for (ActionCard rival : ground.release.content().cards().values()) {
      if (!rival.id().equals(card.id()) && isAsked(rival, node)) edits.addAll(all.of(about(rival)));
    }
    return edits;
  }

  private static boolean isAsked(ActionCard rival, Node node) {
    Rerun rerun = node.rerun();
    return rerun != null
        && rerun.contest().slots().stream()
            .anyMatch(slot -> rival.placements().contains(slot.placement().id()));
  }

  private List<Edit> toWin(Node node, Rerun rerun) {
    List<Edit> edits = new ArrayList<>();
    for (Suppression one : rerun.arbitration().suppressed()) {
      if (one.action().equals(card.id())) edits.addAll(against(one.reason(), node, rerun));
    }
    edits.addAll(own.of(withConsent(stops(node))));
    return edits;
  }

  private List<Edit> against(ReasonCode reason, Node node, Rerun rerun) {
    return switch (reason) {
      case NO_CONSENT, ALREADY_DONE, DISMISSED, CAPPED, COOLING_DOWN ->
          all.of(ground.keys.ofGates(card));
      case NO_ATTENTION -> {
        List<Edit> edits = all.of(all.attention());
        edits.addAll(rivals(node, rerun));
        yield edits;
      }
      case EXCLUDED, OUTRANKED, SLOT_TAKEN -> rivals(node, rerun);
      default -> List.of();
    };
  }

  private List<Edit> rivals(Node node, Rerun rerun) {
    List<Edit> edits = new ArrayList<>();
    for (Filled filled : rerun.arbitration().filled()) {
      for (Ranked rival : filled.chosen()) {
        Set<String> keys =
            rival.contender().isPinned() ? ground.keys.ofGates(rival.card()) : about(rival.card());
        edits.addAll(all.of(keys));
      }
    }
    return edits;
  }

  private Set<String> about(ActionCard rival) {
    Set<String> keys = new LinkedHashSet<>(ground.keys.ofGates(rival));
    keys.addAll(withConsent(ground.keys.ofProposing(rival.id())));
    return keys;
  }

  private Set<String> stops(Node node) {
    return Stops.ofProposing(ground, node.facts(), node.situation().visit(), card.id());
  }

  /**
   * The rules see nothing for which consent is missing: given, it shows them what they ask for;
   * withdrawn, it hides what they want to be absent.
   */
  private Set<String> withConsent(Set<String> keys) {
    Set<String> all = new LinkedHashSet<>(keys);
    all.add(consent(Purpose.PERSONALISATION));
    for (String key : keys) {
      Field field =
          key.startsWith("profile.")
              ? ground.release.content().vocabulary().profile().get(key.substring(8))
              : null;
      if (field != null) all.add(consent(field.purpose()));
    }
    return all;
  }

  private static String consent(Purpose purpose) {
    return "consent." + purpose.wire();
  }
}
