package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.evaluate.Findings.Question;
import dev.attune.engine.rule.evaluate.Questions.Answers;
import dev.attune.engine.rule.evaluate.Questions.Ask;
import dev.attune.engine.rule.evaluate.Step.EachFact;
import dev.attune.engine.rule.evaluate.WalkedRule.Offer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rules whose actions may stand in some placements. What those find that read only what stays
 * all day is found once and remembered beside these facts. Immutable.
 */
final class Selection {
  /**
   * A rule and those of its offers that may stand in the placements.
   *
   * @param ways the rule's alternatives without what the asks answer already
   * @param asks all must be answered so
   * @param needs patterns that must find facts of their name
   */
  record Entry(
      WalkedRule rule,
      List<Offer> offers,
      List<Conjunction> ways,
      List<Ask> asks,
      EachFact[] needs) {}

  private final Set<String> placementIds;
  private final Questions questions = new Questions();
  private final Sieve lasting;
  private final Sieve others;
  private final List<Integer> ofVisit;

  /**
   * @param segmentsStay all day
   */
  Selection(List<WalkedRule> rules, Set<String> placementIds, boolean segmentsStay) {
    this.placementIds = Set.copyOf(placementIds);
    List<Entry> toLast = new ArrayList<>();
    List<Entry> anew = new ArrayList<>();
    for (WalkedRule rule : rules) {
      List<Offer> offers =
          rule.offers().stream()
              .filter(offer -> offer.card().placements().stream().anyMatch(placementIds::contains))
              .toList();
      if (offers.isEmpty()) continue;
      Entry entry = entry(rule, offers);
      (Lasting.are(entry.ways, segmentsStay) ? toLast : anew).add(entry);
    }
    lasting = new Sieve(questions, toLast);
    others = new Sieve(questions, anew);
    ofVisit =
        toLast.stream()
            .flatMap(entry -> entry.asks.stream())
            .map(Ask::question)
            .distinct()
            .filter(each -> questions.type(each) == FactType.VISIT)
            .toList();
  }

  private Entry entry(WalkedRule rule, List<Offer> offers) {
    if (rule.alternatives().size() != 1) {
      return new Entry(rule, offers, rule.alternatives(), List.of(), new EachFact[0]);
    }
    Conjunction way = rule.alternatives().get(0);
    List<Ask> asks = new ArrayList<>();
    List<EachFact> needs = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (Step step : way.steps()) {
      steps.add(step instanceof EachFact each ? answered(each, asks) : step);
      if (step instanceof EachFact each && each.key() != Keys.NONE) needs.add(each);
    }
    Conjunction lean = new Conjunction(List.copyOf(steps), way.scope());
    return new Entry(rule, offers, List.of(lean), asks, needs.toArray(EachFact[]::new));
  }

  private EachFact answered(EachFact each, List<Ask> asks) {
    Test[] open =
        Arrays.stream(each.open())
            .filter(test -> questions.ask(each.type(), test).map(asks::add).isEmpty())
            .toArray(Test[]::new);
    return each.open(open);
  }

  /** Every rule that may match these facts. */
  void forEach(FactSheet facts, Consumer<Entry> action) {
    Answers answers = questions.of(facts);
    lasting.forEach(answers, facts, action);
    others.forEach(answers, facts, action);
  }

  /** Gathers what the rules propose. */
  void propose(Row row, Proposals proposals) {
    Answers answers = questions.of(row.facts);
    Question asked = new Question(placementIds, proposals.isExplained(), answers.to(ofVisit));
    Findings found = row.facts.day().found(asked);
    if (found == null) found = find(asked, answers, row);
    else row.take(found.steps());
    proposals.add(found);
    others.forEach(answers, row.facts, entry -> proposals.walk(entry, row));
  }

  private Findings find(Question asked, Answers answers, Row row) {
    int before = row.stepsLeft();
    Proposals own = new Proposals(asked.explained() ? new Matches() : null);
    lasting.forEach(answers, row.facts, entry -> own.walk(entry, row));
    Findings found = own.findings(asked, before - row.stepsLeft());
    if (!row.isExhausted()) row.facts.day().keep(found);
    return found;
  }
}
