package dev.attune.engine.attention;

import dev.attune.engine.action.Kind;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Attention.Interruption;
import dev.attune.engine.fact.Attention.Reservation;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.fact.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What each call of {@link AttentionLedger} does to one person, as pure functions: the meaning
 * every ledger is tested against.
 */
public final class Account {
  private static final Duration KEEP_SPENT = Duration.ofDays(32);
  private static final int KEEP_SHOWN = 64;

  private Account() {}

  /** A person after a reservation, with the grants. */
  public record Reserved(Known known, List<Grant> grants) {}

  public static Reserved reserve(
      Known known, String decision, List<Ask> asks, Instant now, Instant expiresAt) {
    List<Reservation> live = new ArrayList<>();
    for (Reservation held : known.attention().reserved()) {
      if (held.isLive(now)) live.add(held);
    }
    List<Grant> grants = new ArrayList<>(asks.size());
    for (Ask ask : asks) grants.add(grant(known, live, decision, ask, expiresAt));
    return new Reserved(known.with(new Attention(known.attention().spent(), live)), grants);
  }

  private static Grant grant(
      Known known, List<Reservation> live, String decision, Ask ask, Instant expiresAt) {
    for (int i = 0; i < live.size(); i++) {
      Reservation held = live.get(i);
      if (!held.action().equals(ask.action())) continue;
      live.set(i, reservation(held.id(), ask, expiresAt));
      return Grant.given(ask.action(), held.id());
    }
    for (Bound bound : ask.bounds()) {
      if (used(known, live, ask, bound) >= bound.atMost())
        return Grant.refused(ask.action(), bound.name());
    }
    live.add(reservation(decision, ask, expiresAt));
    return Grant.given(ask.action(), decision);
  }

  private static Reservation reservation(String id, Ask ask, Instant expiresAt) {
    return new Reservation(id, ask.action(), ask.kind().verb(), ask.interrupts(), expiresAt);
  }

  private static int used(Known known, List<Reservation> live, Ask ask, Bound bound) {
    if (bound.countsOwnShowings()) return shown(known, ask.action(), bound.since());
    int used = 0;
    for (Interruption spent : known.attention().spent()) {
      if (counts(bound, spent.kind()) && !spent.at().isBefore(bound.since())) used++;
    }
    for (Reservation held : live) {
      if (held.interrupts() && counts(bound, held.kind())) used++;
    }
    return used;
  }

  private static int shown(Known known, String action, Instant since) {
    Encounters met = known.encounters().get(action);
    if (met == null) return 0;
    if (since.equals(Instant.EPOCH)) return met.shownTotal();
    int count = 0;
    for (Instant at : met.shown()) {
      if (!at.isBefore(since)) count++;
    }
    return count;
  }

  private static boolean counts(Bound bound, String verb) {
    for (Kind kind : bound.kinds()) {
      if (kind.verb().equals(verb)) return true;
    }
    return false;
  }

  public static Known spend(Known known, Showing showing) {
    List<Interruption> spent = new ArrayList<>();
    for (Interruption one : known.attention().spent()) {
      if (one.at().isAfter(showing.at().minus(KEEP_SPENT))) spent.add(one);
    }
    if (showing.interrupts())
      spent.add(new Interruption(showing.action(), showing.kind().verb(), showing.at()));
    Attention attention = new Attention(spent, without(known, showing.action(), showing.id()));
    return met(known.with(attention), showing.action(), met -> shownAt(met, showing.at()));
  }

  private static Encounters shownAt(Encounters met, Instant at) {
    List<Instant> shown = new ArrayList<>(met.shown());
    shown.add(at);
    if (shown.size() > KEEP_SHOWN) shown.remove(0);
    return new Encounters(
        met.action(),
        List.copyOf(shown),
        met.shownTotal() + 1,
        met.dismissed(),
        met.accepted(),
        met.snoozed(),
        met.lastDismissed(),
        met.lastAccepted(),
        met.snoozedUntil(),
        met.less());
  }

  public static Known giveBack(Known known, String action, String reservation) {
    Attention attention =
        new Attention(known.attention().spent(), without(known, action, reservation));
    return known.with(attention);
  }

  public static Known react(Known known, Reaction reaction) {
    Known entered = met(known, reaction.action(), met -> reacted(met, reaction));
    if (reaction.type() == ReactionType.ACCEPTED) return entered;
    List<Reservation> others = new ArrayList<>(known.attention().reserved());
    others.removeIf(held -> held.action().equals(reaction.action()));
    return entered.with(new Attention(known.attention().spent(), others));
  }

  private static Encounters reacted(Encounters met, Reaction reaction) {
    boolean dismissed = reaction.type().isDismissal();
    boolean accepted = reaction.type() == ReactionType.ACCEPTED;
    boolean snoozed = reaction.type() == ReactionType.SNOOZED;
    return new Encounters(
        met.action(),
        met.shown(),
        met.shownTotal(),
        met.dismissed() + (dismissed ? 1 : 0),
        met.accepted() + (accepted ? 1 : 0),
        met.snoozed() + (snoozed ? 1 : 0),
        dismissed ? reaction.at() : met.lastDismissed(),
        accepted ? reaction.at() : met.lastAccepted(),
        snoozed ? reaction.snoozeUntil() : met.snoozedUntil(),
        met.less() || reaction.type() == ReactionType.LESS);
  }

  private static List<Reservation> without(Known known, String action, String reservation) {
    List<Reservation> others = new ArrayList<>(known.attention().reserved());
    others.removeIf(held -> held.action().equals(action) && held.id().equals(reservation));
    return others;
  }

  private static Known met(Known known, String action, UnaryOperator<Encounters> change) {
    Map<String, Encounters> encounters = new HashMap<>(known.encounters());
    encounters.put(action, change.apply(encounters.getOrDefault(action, Encounters.none(action))));
    return new Known(
        known.person(),
        known.zone(),
        known.consent(),
        known.profile(),
        known.counters(),
        known.items(),
        encounters,
        known.attention(),
        known.surfaces());
  }
}
