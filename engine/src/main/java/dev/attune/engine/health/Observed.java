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

/**
 * A release and what was seen of it. Immutable.
 *
 * @param firstSeen by {@link RuleState}: when each rule first stood as it does now
 * @param undeclared events apps send and the vocabulary does not know
 */
public record Observed(
    Content content,
    Evidence evidence,
    Map<String, Instant> firstSeen,
    List<Undeclared.Name> undeclared,
    Instant now) {
  /** How far back is counted. */
  public static final Duration WINDOW = Duration.ofDays(30);

  /**
   * A rule as the proposer of one action.
   *
   * @param since when it first stood as it does now, or when the window begins
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

  public Instant windowStart() {
    return now.minus(WINDOW);
  }

  /** Every rule that proposes something, once for each action. */
  public List<Proposer> proposers() {
    List<Proposer> proposers = new ArrayList<>();
    for (CheckedRule rule : RuleState.rules(content)) {
      rule.consequences().stream()
          .filter(Propose.class::isInstance)
          .map(each -> ((Propose) each).action())
          .distinct()
          .forEach(action -> proposers.add(proposer(rule, action)));
    }
    return proposers;
  }

  private Proposer proposer(CheckedRule rule, String action) {
    ActionCard card = content.cards().get(action);
    if (card == null) throw new IllegalStateException("a checked rule proposes no card: " + action);
    return new Proposer(rule, card, since(rule));
  }

  /** Never before the window begins. */
  private Instant since(CheckedRule rule) {
    Instant first = firstSeen.getOrDefault(RuleState.of(rule), windowStart());
    return first.isBefore(windowStart()) ? windowStart() : first;
  }

  /** How many decisions the rule could have had a say in. */
  public long asked(Proposer proposer, Chapter counted) {
    long asked = 0;
    for (String placement : proposer.card().placements())
      asked += counted.count(Sign.ASKED, placement);
    return asked;
  }
}
