package dev.attune.engine.explain.flip;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Placement;
import dev.attune.engine.explain.flip.Flip.FactChange;
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Attention.Interruption;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.condition.FactType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How an action could have met the person before instead. */
final class EncounterEdits {
  private final Situation situation;
  private final Content content;
  private final Bounds bounds;

  EncounterEdits(Situation situation, Content content, Bounds bounds) {
    this.situation = situation;
    this.content = content;
    this.bounds = bounds;
  }

  List<Edit> of(String key, String met) {
    Encounters now = situation.known().encounters().get(met);
    String action = ActionKey.action(met);
    String from = words(now);
    List<Edit> edits = new ArrayList<>();
    if (now != null) {
      FactChange never = new FactChange(met, from, "never shown");
      edits.add(new Edit(key, never, before -> before.encounters(met, null)));
    }
    for (int days : days(action)) {
      for (int shown : counts(action)) {
        edits.add(edit(key, from, shown(met, shown, days, 0, 0), days));
        edits.add(edit(key, from, shown(met, shown, days, 1, 0), days));
        edits.add(edit(key, from, shown(met, shown, days, 0, 1), days));
      }
    }
    return edits;
  }

  private Edit edit(String key, String from, Encounters other, int days) {
    String to = words(other) + ", last " + EventEdits.day(days);
    FactChange told = new FactChange(other.action(), from, to);
    return new Edit(key, told, before -> spent(before.encounters(other.action(), other), other));
  }

  /** What interrupts when it is shown has cost attention then. */
  private Situation spent(Situation after, Encounters met) {
    ActionCard card = content.cards().get(ActionKey.action(met.action()));
    if (card == null || card.placements().stream().noneMatch(this::interrupts)) return after;
    Attention attention = after.known().attention();
    List<Interruption> spent = new ArrayList<>(attention.spent());
    spent.removeIf(one -> one.action().equals(card.id()));
    for (Instant at : met.shown()) spent.add(new Interruption(card.id(), card.kind().verb(), at));
    return after.attention(new Attention(spent, attention.reserved()));
  }

  private boolean interrupts(String placement) {
    Placement slot = content.placements().byId().get(placement);
    return slot != null && slot.interrupts();
  }

  private Encounters shown(String action, int times, int days, int accepted, int dismissed) {
    Instant at = situation.now().atZone(situation.known().zone()).minusDays(days).toInstant();
    return new Encounters(
        action,
        Collections.nCopies(times, at),
        times,
        dismissed,
        accepted,
        0,
        dismissed > 0 ? at : null,
        accepted > 0 ? at : null,
        null,
        false);
  }

  private static String words(@Nullable Encounters met) {
    if (met == null) return "never shown";
    String shown = "shown " + (met.shownTotal() == 1 ? "once" : met.shownTotal() + " times");
    return shown
        + (met.accepted() > 0 ? ", accepted" : "")
        + (met.dismissed() > 0 ? ", dismissed" : "")
        + (met.snoozed() > 0 ? ", snoozed" : "")
        + (met.less() ? ", less wanted" : "");
  }

  private Set<Integer> counts(String action) {
    Set<Integer> counts = new TreeSet<>(List.of(1));
    counts.addAll(bounds.around(FactType.EXPOSURE, action, "shown"));
    ActionCard card = content.cards().get(action);
    if (card != null && card.cap().shown() != null) counts.add(card.cap().shown() - 1);
    if (card != null && card.cap().lifetime() != null) counts.add(card.cap().lifetime() - 1);
    counts.removeIf(count -> count < 1);
    return counts;
  }

  private Set<Integer> days(String action) {
    Set<Integer> days = new TreeSet<>(List.of(0));
    days.addAll(bounds.around(FactType.EXPOSURE, action, "daysSinceLast"));
    ActionCard card = content.cards().get(action);
    if (card == null) return days;
    add(card.cap().per(), days);
    add(card.coolDown().afterShown(), days);
    add(card.coolDown().afterDismissed(), days);
    add(card.coolDown().afterAccepted(), days);
    return days;
  }

  private static void add(@Nullable Duration duration, Set<Integer> days) {
    if (duration != null) days.add((int) duration.plusHours(23).toDays());
  }
}
