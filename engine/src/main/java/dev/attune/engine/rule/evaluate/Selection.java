package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.evaluate.Questions.Ask;
import dev.attune.engine.rule.evaluate.Step.EachFact;
import dev.attune.engine.rule.evaluate.WalkedRule.Offer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rules whose actions may stand in some placements, sorted so that most are passed over without
 * evaluating anything: a rule for engineers is not even looked at for a marketer. Immutable.
 */
final class Selection {
  private static final int UNANSWERED = -2;

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

  private final Questions questions = new Questions();
  private final List<Entry> always = new ArrayList<>();
  private final Map<Integer, Map<Integer, List<Entry>>> byAnswer = new LinkedHashMap<>();

  Selection(List<WalkedRule> rules, Set<String> placementIds) {
    List<Entry> entries = new ArrayList<>();
    for (WalkedRule rule : rules) {
      List<Offer> offers =
          rule.offers().stream()
              .filter(offer -> offer.card().placements().stream().anyMatch(placementIds::contains))
              .toList();
      if (!offers.isEmpty()) entries.add(entry(rule, offers));
    }
    entries.forEach(this::place);
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

  /** Behind its question with the most answers. */
  private void place(Entry entry) {
    Ask best = null;
    for (Ask ask : entry.asks) {
      boolean better =
          best == null
              || questions.answersTo(ask.question()) > questions.answersTo(best.question());
      if (better) best = ask;
    }
    if (best == null) {
      always.add(entry);
    } else {
      byAnswer
          .computeIfAbsent(best.question(), any -> new LinkedHashMap<>())
          .computeIfAbsent(best.answer(), any -> new ArrayList<>())
          .add(entry);
    }
  }

  /** Every rule that may match these facts. */
  void forEach(FactSheet facts, Consumer<Entry> action) {
    int[] answers = new int[questions.count()];
    Arrays.fill(answers, UNANSWERED);
    byAnswer.forEach(
        (question, entries) -> {
          List<Entry> behind = entries.get(answer(question, answers, facts));
          if (behind != null) look(behind, answers, facts, action);
        });
    look(always, answers, facts, action);
  }

  private void look(List<Entry> entries, int[] answers, FactSheet facts, Consumer<Entry> action) {
    for (Entry entry : entries) {
      if (isAnswered(entry, answers, facts) && hasFacts(entry, facts)) action.accept(entry);
    }
  }

  private boolean isAnswered(Entry entry, int[] answers, FactSheet facts) {
    for (int i = 0; i < entry.asks.size(); i++) {
      Ask ask = entry.asks.get(i);
      if (answer(ask.question(), answers, facts) != ask.answer()) return false;
    }
    return true;
  }

  private int answer(int question, int[] answers, FactSheet facts) {
    if (answers[question] == UNANSWERED) answers[question] = questions.answer(question, facts);
    return answers[question];
  }

  private static boolean hasFacts(Entry entry, FactSheet facts) {
    for (EachFact each : entry.needs) {
      if (facts.named(each.type(), each.key()).length == 0) return false;
    }
    return true;
  }
}
