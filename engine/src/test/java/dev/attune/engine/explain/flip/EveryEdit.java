package dev.attune.engine.explain.flip;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.decision.Rerun;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.Release;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries every set of edits of a small release's whole domain, without any guidance. */
final class EveryEdit {
  private final Release release;
  private final Ground ground;

  EveryEdit(Release release, Ground ground) {
    this.release = release;
    this.ground = ground;
  }

  /** The first set of at most so many edits that turns whether an action is chosen, if any does. */
  Optional<List<Edit>> turning(DecisionRecord made, String action, int size) {
    Situation start = new Situation(made.known(), made.visit(), made.at());
    Edits edits = new Edits(start, release.content(), ground.bounds);
    boolean chosen = isChosen(made, start, action);
    List<Edit> domain = edits.of(everyKey(edits));
    return size < 1
        ? Optional.empty()
        : trial(made, action, chosen, start, domain, List.of(), size);
  }

  private Optional<List<Edit>> trial(
      DecisionRecord made,
      String action,
      boolean chosen,
      Situation situation,
      List<Edit> domain,
      List<Edit> taken,
      int left) {
    for (int i = 0; i < domain.size(); i++) {
      Edit edit = domain.get(i);
      if (taken.stream().anyMatch(one -> one.key().equals(edit.key()))) continue;
      Situation changed = edit.apply(situation);
      List<Edit> all = new ArrayList<>(taken);
      all.add(edit);
      if (isChosen(made, changed, action) != chosen) return Optional.of(all);
      if (left == 1) continue;
      List<Edit> rest = domain.subList(i + 1, domain.size());
      Optional<List<Edit>> deeper = trial(made, action, chosen, changed, rest, all, left - 1);
      if (deeper.isPresent()) return deeper;
    }
    return Optional.empty();
  }

  private Set<String> everyKey(Edits edits) {
    Set<String> every = new LinkedHashSet<>(edits.attention());
    release
        .content()
        .cards()
        .forEach(
            (action, card) -> {
              every.addAll(ground.keys.ofProposing(action));
              every.addAll(ground.keys.ofGates(card));
            });
    every.add("consent.personalisation");
    return every;
  }

  private boolean isChosen(DecisionRecord made, Situation situation, String action) {
    return isChosen(made, release, situation.known(), situation.visit(), action);
  }

  /** Whether a decision made again, about this, would choose an action. */
  static boolean isChosen(
      DecisionRecord made, Release release, Known known, VisitContext visit, String action) {
    Rerun rerun = Rerun.of(made, new ReleaseRules(release), known, visit);
    return rerun.arbitration().filled().stream()
        .flatMap(filled -> filled.chosen().stream())
        .anyMatch(one -> one.action().equals(action));
  }
}
