package dev.attune.engine.scenario;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.ActionClass;
import dev.attune.engine.action.Placement;
import dev.attune.engine.attention.Reaction;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.attention.Showing;
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.Surfaces.Arrangement;
import dev.attune.engine.rule.Content;
import dev.attune.engine.scenario.Given.Met;
import dev.attune.engine.scenario.Given.Occurred;
import dev.attune.engine.scenario.Given.Thing;
import dev.attune.engine.scenario.Given.Times;
import dev.attune.engine.scenario.Given.Use;
import dev.attune.engine.vocabulary.FeatureType;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what an author gave into what must have happened before, as changes the store takes. */
final class Past {
  private static final int FORGOTTEN = 31;

  private final Content content;
  private final Instant now;
  private final ZoneId zone;
  private final Given given;

  Past(Given given, Content content, Instant now) {
    this.content = content;
    this.now = now;
    this.given = given;
    this.zone = given.zone() == null ? ZoneOffset.UTC : given.zone();
  }

  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Zoned(zone, ago(0)));
    for (Purpose purpose : Purpose.values()) {
      boolean granted = given.consent().getOrDefault(purpose, true);
      changes.add(new Change.Consented(purpose, granted, ago(0), "scenario", ""));
    }
    Provenance said = Provenance.of(Source.DECLARED, ago(0));
    given
        .profile()
        .forEach(
            (field, value) -> value.ifPresent(v -> changes.add(new Change.Learnt(field, v, said))));
    given
        .arranged()
        .forEach(
            (placement, pins) ->
                changes.add(
                    new Change.Arranged(
                        placement, new Arrangement(pins.pinned(), pins.hidden(), ago(0)))));
    occurred().forEach((event, how) -> happened(event, how, changes));
    if (given.items() != null) given.items().forEach(thing -> worked(thing, changes));
    return changes;
  }

  /** What happened, features included: adopting and missing one are events too. */
  private Map<String, Occurred> occurred() {
    Map<String, Occurred> occurred = new LinkedHashMap<>(given.activity());
    given.features().forEach((name, use) -> used(feature(name), use, occurred));
    given.features().forEach((name, use) -> neverAdopted(feature(name), use, occurred));
    occurred.values().removeIf(how -> how.count() == 0);
    return occurred;
  }

  private @Nullable FeatureType feature(String name) {
    return content.vocabulary().features().get(name);
  }

  private static void used(@Nullable FeatureType type, Use use, Map<String, Occurred> occurred) {
    if (type == null) return;
    int adoptions = use.uses() != null ? use.uses() : Boolean.TRUE.equals(use.adopted()) ? 1 : 0;
    atLeast(type.adoptedBy(), adoptions, occurred);
    if (type.opportunity() != null && use.missedOpportunities() != null)
      atLeast(type.opportunity(), use.missedOpportunities(), occurred);
  }

  private static void atLeast(String event, int count, Map<String, Occurred> occurred) {
    Occurred before = occurred.get(event);
    if (count > 0 && (before == null || before.count() < count))
      occurred.put(event, new Occurred(count, 0, null, null));
  }

  private static void neverAdopted(
      @Nullable FeatureType type, Use use, Map<String, Occurred> occurred) {
    if (type != null && Boolean.FALSE.equals(use.adopted())) occurred.remove(type.adoptedBy());
  }

  private void happened(String event, Occurred how, List<Change> changes) {
    int recent = how.last7Days() == null ? how.count() : Math.min(how.last7Days(), how.count());
    boolean longAgo = how.daysSinceFirst() != null && how.daysSinceFirst() > how.daysSinceLast();
    int first = longAgo && recent == how.count() && recent > 1 ? 1 : how.count() - recent;
    int firstDay = how.daysSinceFirst() == null ? FORGOTTEN : how.daysSinceFirst();
    for (int i = 0; i < first; i++) changes.add(new Change.Counted(event, ago(firstDay)));
    for (int i = first; i < how.count(); i++)
      changes.add(new Change.Counted(event, ago(how.daysSinceLast())));
  }

  private void worked(Thing thing, List<Change> changes) {
    Instant at = now.minus(Duration.ofHours(thing.hoursIdle()));
    changes.add(new Change.Touched(thing.kind(), thing.id(), thing.title(), at));
    if (!thing.open()) changes.add(new Change.Closed(thing.kind(), thing.id(), thing.title(), at));
  }

  /** Every showing; an action reacted to must have been shown. Oldest first for each action. */
  List<Showing> showings() {
    List<Showing> showings = new ArrayList<>();
    given.met().forEach((action, met) -> showings(action, met, showings));
    return showings;
  }

  private void showings(String action, Met met, List<Showing> showings) {
    ActionCard card = content.cards().get(ActionKey.action(action));
    Times shown = shown(met);
    if (card == null || shown == null) return;
    for (int i = 0; i < shown.count(); i++)
      showings.add(
          new Showing(
              "given-" + i, action, card.kind(), interrupts(card), ago(shown.daysSinceLast())));
  }

  private static @Nullable Times shown(Met met) {
    if (met.shown() != null) return met.shown();
    for (Times times : reactions(met).values()) {
      if (times.count() > 0) return times;
    }
    return null;
  }

  private static Map<ReactionType, Times> reactions(Met met) {
    Map<ReactionType, Times> reactions = new LinkedHashMap<>();
    if (met.accepted() != null) reactions.put(ReactionType.ACCEPTED, met.accepted());
    if (met.dismissed() != null) reactions.put(ReactionType.DISMISSED, met.dismissed());
    if (met.snoozed() != null) reactions.put(ReactionType.SNOOZED, met.snoozed());
    if (met.less()) reactions.put(ReactionType.LESS, new Times(1, 0));
    return reactions;
  }

  private boolean interrupts(ActionCard card) {
    if (card.actionClass() == ActionClass.MANDATORY) return false;
    for (String id : card.placements()) {
      Placement placement = content.placements().byId().get(id);
      if (placement != null && placement.interrupts()) return true;
    }
    return false;
  }

  List<Reaction> reactions() {
    List<Reaction> reactions = new ArrayList<>();
    given
        .met()
        .forEach(
            (action, met) ->
                reactions(met).forEach((type, times) -> reacted(action, type, times, reactions)));
    return reactions;
  }

  private void reacted(String action, ReactionType type, Times times, List<Reaction> reactions) {
    ActionCard card = content.cards().get(ActionKey.action(action));
    if (card == null) return;
    Instant at = ago(times.daysSinceLast());
    Instant until = type == ReactionType.SNOOZED ? at.plus(card.ladder().snooze()) : null;
    for (int i = 0; i < times.count(); i++)
      reactions.add(new Reaction("given:" + action + ':' + type + i, action, type, at, until));
  }

  /** The same time of day so many days ago; today an hour ago, or now when that was yesterday. */
  private Instant ago(int days) {
    if (days > 0) return now.atZone(zone).minusDays(days).toInstant();
    Instant hourAgo = now.minus(Duration.ofHours(1));
    boolean sameDay = hourAgo.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    return sameDay ? hourAgo : now;
  }
}
