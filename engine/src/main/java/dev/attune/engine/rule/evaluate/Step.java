package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.FactType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One condition of a rule, ready to be walked. Immutable. */
sealed interface Step {
  /** As the author wrote it. */
  Condition written();

  /**
   * Tries every way in which this condition holds and goes on with the rest.
   *
   * @return true when no further way is wanted or no steps are left
   */
  boolean walk(Row row, Conjunction rest, int next, Sink sink);

  /**
   * Some fact for which all tests pass.
   *
   * @param key the name its facts have; {@link Keys#NONE} for any
   * @param tests all of the author's
   * @param open those that the key or a selection has not answered already
   * @param reads the properties it reads, for explanations
   */
  record EachFact(
      Condition.Pattern written,
      FactType type,
      int key,
      int slot,
      Test[] tests,
      Test[] open,
      List<String> reads)
      implements Step {
    static EachFact of(Condition.Pattern written, int key, int slot, Test[] tests, Test[] open) {
      List<String> reads = FactReader.properties(written.constraints());
      return new EachFact(written, written.fact(), key, slot, tests, open, reads);
    }

    /** The same with fewer tests open. */
    EachFact open(Test[] left) {
      return new EachFact(written, type, key, slot, tests, left, reads);
    }

    @Override
    public boolean walk(Row row, Conjunction rest, int next, Sink sink) {
      for (Object fact : row.facts.named(type, key)) {
        if (!row.step()) return true;
        row.bind(slot, fact);
        if (Test.allPass(open, row) && rest.from(next, row, sink)) return true;
      }
      return false;
    }
  }

  /** No way in which one of the alternatives holds. */
  record NoneOf(Condition.Absent written, List<Conjunction> alternatives) implements Step {
    @Override
    public boolean walk(Row row, Conjunction rest, int next, Sink sink) {
      if (anyHolds(alternatives, row)) return row.isExhausted();
      return rest.from(next, row, sink);
    }
  }

  /** At least one way in which one of the alternatives holds, however many there are. */
  record SomeOf(Condition.Present written, List<Conjunction> alternatives) implements Step {
    @Override
    public boolean walk(Row row, Conjunction rest, int next, Sink sink) {
      if (!anyHolds(alternatives, row)) return false;
      return row.isExhausted() || rest.from(next, row, sink);
    }
  }

  /** Totals over every way in which the facts hold together. */
  record Totalled(
      Condition.Accumulated written, Conjunction over, Total[] totals, int slot, Test[] tests)
      implements Step {
    @Override
    public boolean walk(Row row, Conjunction rest, int next, Sink sink) {
      row.bind(slot, result(row));
      if (row.isExhausted()) return true;
      if (row.bound(slot) == null || !Test.allPass(tests, row)) return false;
      return rest.from(next, row, sink);
    }

    /** One value, or an array of several; null when there is nothing to total. */
    @Nullable Object result(Row row) {
      Total.Running[] running = new Total.Running[totals.length];
      for (int i = 0; i < totals.length; i++) running[i] = totals[i].start();
      over.walk(
          row,
          way -> {
            for (Total.Running each : running) each.add(way);
            return false;
          });
      if (running.length == 1) return running[0].result();
      @Nullable Object[] results = new Object[running.length];
      for (int i = 0; i < running.length; i++) results[i] = running[i].result();
      return results;
    }
  }

  /** Also true when no steps are left; the caller asks the row. */
  private static boolean anyHolds(List<Conjunction> alternatives, Row row) {
    for (Conjunction each : alternatives) if (each.walk(row, Sink.FIRST)) return true;
    return false;
  }
}
