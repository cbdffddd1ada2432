package dev.attune.engine.health;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.RuleRef;
import dev.attune.engine.event.Undeclared;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Propose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A release and what was seen of it. Immutable.
 *
 * @param since when each of the circumstances last changed; those that no decision met yet are
 *     missing
 * @param undeclared events apps send and the vocabulary does not know
 */
public record Observed(
    Circumstances circumstances,
    Evidence evidence,
    Map<String, Instant> since,
    List<Undeclared.Name> undeclared,
    Instant now) {
  /** How far back is counted. */
  public static final Duration WINDOW = Duration.ofDays(30);

  /**
   * A rule as the proposer of one action.
   *
   * @param since when it last changed, or when the window begins
   */
  public record Proposer(CheckedRule rule, ActionCard card, Instant since) {
    public RuleRef ref() {
      return rule.ref();
    }

    /** As signs name it. */
    public String sign() {
      return Sign.rule(card.id(), rule.ref().name());
    }
  }

  Observed with(Map<String, Instant> since) {
    return new Observed(circumstances, evidence, since, undeclared, now);
  }

  public Content content() {
    return circumstances.content();
  }

  public Instant windowStart() {
    return now.minus(WINDOW);
  }

  /** Every rule that proposes something, once for each action. */
  public List<Proposer> proposers() {
    List<Proposer> proposers = new ArrayList<>();
    for (CheckedRule rule : content().rules()) {
      rule.consequences().stream()
          .filter(Propose.class::isInstance)
          .map(each -> ((Propose) each).action())
          .distinct()
          .forEach(action -> proposers.add(proposer(rule, action)));
    }
    return proposers;
  }

  private Proposer proposer(CheckedRule rule, String action) {
    ActionCard card = content().cards().get(action);
    if (card == null) throw new IllegalStateException("a checked rule proposes no card: " + action);
    return new Proposer(rule, card, since(rule));
  }

  private Instant since(CheckedRule rule) {
    return sinceAll(List.of(Circumstances.name(rule)));
  }

  /** When the rule, or what caps and budgets can stop its action, last changed. */
  public Instant sinceBounded(Proposer proposer) {
    return later(proposer.since(), sinceAll(circumstances.bounding(proposer.card())));
  }

  /** When the rule, or what its action competes with, last changed. */
  public Instant sinceContested(Proposer proposer) {
    return later(proposer.since(), sinceAll(circumstances.contesting(proposer.card())));
  }

  /** Never before the window begins. */
  private Instant sinceAll(List<String> names) {
    Instant latest = windowStart();
    for (String name : names) latest = later(latest, since.getOrDefault(name, now));
    return circumstances.turns(names, now).reduce(latest, Observed::later);
  }

  /** When a rule last changed; null when no decision met it yet. */
  public @Nullable Instant changed(CheckedRule rule) {
    return since.get(Circumstances.name(rule));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** How many decisions the rule could have had a say in. */
  public long asked(Proposer proposer, Chapter counted) {
    long asked = 0;
    for (String placement : proposer.card().placements())
      asked += counted.count(Sign.ASKED, placement);
    return asked;
  }
}
