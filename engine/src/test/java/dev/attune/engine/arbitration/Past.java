package dev.attune.engine.arbitration;

import dev.attune.engine.action.Kind;
import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.attention.Account;
import dev.attune.engine.attention.Reaction;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.attention.Showing;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.Learnt;
import dev.attune.engine.fact.Surfaces.Arrangement;
import dev.attune.engine.fact.Surfaces.Layout;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What happened to a person before an arbitration: each turns what was known into what is. */
final class Past {
  private Past() {}

  static UnaryOperator<Known> shown(
      String action, Kind kind, boolean interrupts, Instant now, Duration ago) {
    Showing showing = new Showing(action + ago, action, kind, interrupts, now.minus(ago));
    return known -> Account.spend(known, showing);
  }

  /** Held by another decision. */
  static UnaryOperator<Known> reserved(String action, Kind kind, Instant until) {
    return known -> {
      List<Attention.Reservation> all = new ArrayList<>(known.attention().reserved());
      all.add(new Attention.Reservation("other", action, kind.verb(), true, until));
      return known.with(new Attention(known.attention().spent(), all));
    };
  }

  /** Who snoozes does it for a day. */
  static UnaryOperator<Known> reacted(String action, ReactionType type, Instant now, Duration ago) {
    Instant at = now.minus(ago);
    Instant snoozeUntil = type == ReactionType.SNOOZED ? at.plus(Duration.ofDays(1)) : null;
    Reaction reaction = new Reaction(action + type + ago, action, type, at, snoozeUntil);
    return known -> Account.react(known, reaction);
  }

  static UnaryOperator<Known> did(String event, Instant at) {
    return known -> {
      Map<String, Counter> counters = new HashMap<>(known.counters());
      counters.merge(event, Counter.once(event, at), Counter::plus);
      return known.with(new Learnt(known.profile(), counters, known.items(), known.encounters()));
    };
  }

  static UnaryOperator<Known> consented(Purpose purpose, boolean granted) {
    Consent consent = new Consent(Map.of(purpose, granted));
    return known -> standing(known, known.zone(), consent);
  }

  static UnaryOperator<Known> zone(String zone) {
    return known -> standing(known, ZoneId.of(zone), known.consent());
  }

  private static Known standing(Known known, ZoneId zone, Consent consent) {
    return new Known(
        known.person(), zone, consent, known.learnt(), known.attention(), known.surfaces());
  }

  static UnaryOperator<Known> arranged(String placement, Arrangement arrangement) {
    return known -> known.with(known.surfaces().arrange(placement, arrangement));
  }

  /** Was shown what an arbitration came to. */
  static UnaryOperator<Known> saw(Arbitration last) {
    return before -> {
      Known known = before;
      for (Filled filled : last.filled()) {
        Layout layout = filled.layout();
        if (layout != null)
          known = known.with(known.surfaces().layOut(filled.slot().placement().id(), layout));
      }
      return known;
    };
  }
}
