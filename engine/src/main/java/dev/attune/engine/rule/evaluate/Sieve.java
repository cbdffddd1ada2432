package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.evaluate.Questions.Answers;
import dev.attune.engine.rule.evaluate.Questions.Ask;
import dev.attune.engine.rule.evaluate.Selection.Entry;
import dev.attune.engine.rule.evaluate.Step.EachFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Rules sorted so that most are passed over without evaluating anything: a rule for engineers is
 * not even looked at for a marketer. Immutable once filled.
 */
final class Sieve {
  private final Questions questions;
  private final List<Entry> always = new ArrayList<>();
  private final Map<Integer, Map<Integer, List<Entry>>> byAnswer = new LinkedHashMap<>();

  /**
   * @param questions of all entries
   */
  Sieve(Questions questions, List<Entry> entries) {
    this.questions = questions;
    entries.forEach(this::place);
  }

  /** Behind its question with the most answers. */
  private void place(Entry entry) {
    Ask best = null;
    for (Ask ask : entry.asks()) {
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

  /** Every rule that may match. */
  void forEach(Answers answers, FactSheet facts, Consumer<Entry> action) {
    byAnswer.forEach(
        (question, entries) -> {
          List<Entry> behind = entries.get(answers.to(question));
          if (behind != null) look(behind, answers, facts, action);
        });
    look(always, answers, facts, action);
  }

  private static void look(
      List<Entry> entries, Answers answers, FactSheet facts, Consumer<Entry> action) {
    for (Entry entry : entries) {
      if (answers.are(entry.asks()) && hasFacts(entry, facts)) action.accept(entry);
    }
  }

  private static boolean hasFacts(Entry entry, FactSheet facts) {
    for (EachFact each : entry.needs()) {
      if (facts.named(each.type(), each.key()).length == 0) return false;
    }
    return true;
  }
}
