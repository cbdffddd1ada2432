package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Property;
import dev.attune.engine.rule.condition.FactType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.functions.Function1;

/**
 * The questions rules ask of {@code Profile} and {@code Visit} with {@code property == "text"}.
 * Many rules ask the same ones, so each is answered once per evaluation and compared as a number.
 */
final class Questions {
  static final int OTHER = -1;

  private record Question(FactType type, String property) {}

  /** That the answer to a question has this number. */
  record Ask(int question, int answer) {}

  private final Map<Question, Integer> numbers = new HashMap<>();
  private final List<FactType> types = new ArrayList<>();
  private final List<Function1<Object, Object>> readers = new ArrayList<>();
  private final List<Map<Object, Integer>> answers = new ArrayList<>();

  /** What a test asks, when it is such a question. */
  Optional<Ask> ask(FactType type, Test test) {
    Function1<Object, Object> reader = test.keyReader();
    if (!type.isSingle()
        || reader == null
        || !(test.constraint().expression() instanceof Binary binary)
        || !binary.operator().equals("==")
        || !(binary.left() instanceof Property property)
        || !(binary.right() instanceof Literal literal)
        || !(literal.value() instanceof String)) return Optional.empty();
    int question =
        numbers.computeIfAbsent(
            new Question(type, property.name()), each -> added(each.type(), reader));
    Map<Object, Integer> known = answers.get(question);
    return Optional.of(
        new Ask(question, known.computeIfAbsent(literal.value(), any -> known.size())));
  }

  private int added(FactType type, Function1<Object, Object> reader) {
    types.add(type);
    readers.add(reader);
    answers.add(new HashMap<>());
    return types.size() - 1;
  }

  FactType type(int question) {
    return types.get(question);
  }

  /** How many different answers rules wait for. */
  int answersTo(int question) {
    return answers.get(question).size();
  }

  Answers of(FactSheet facts) {
    return new Answers(facts);
  }

  /** What some facts answer. Used by one thread. */
  final class Answers {
    private static final int UNANSWERED = -2;

    private final FactSheet facts;
    private final int[] known = new int[types.size()];

    private Answers(FactSheet facts) {
      this.facts = facts;
      Arrays.fill(known, UNANSWERED);
    }

    /** The number of the answer; {@code OTHER} for one that no rule waits for. */
    int to(int question) {
      if (known[question] == UNANSWERED) known[question] = read(question);
      return known[question];
    }

    List<Integer> to(List<Integer> some) {
      Integer[] these = new Integer[some.size()];
      for (int i = 0; i < these.length; i++) these[i] = to(some.get(i));
      return List.of(these);
    }

    boolean are(List<Ask> asks) {
      for (int i = 0; i < asks.size(); i++) {
        Ask ask = asks.get(i);
        if (to(ask.question()) != ask.answer()) return false;
      }
      return true;
    }

    private int read(int question) {
      Object value = readers.get(question).apply(facts.all(types.get(question))[0]);
      Integer answer = value == null ? null : answers.get(question).get(value);
      return answer == null ? OTHER : answer;
    }
  }
}
