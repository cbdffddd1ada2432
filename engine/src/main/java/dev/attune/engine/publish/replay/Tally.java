package dev.attune.engine.publish.replay;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.Rerun;
import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.publish.replay.PeopleTally.Sides;
import dev.attune.engine.publish.replay.ReplayReport.Decisions;
import dev.attune.engine.publish.replay.Surprises.Kind;
import dev.attune.engine.rule.evaluate.Release;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up replayed decisions; two tallies add up to one, in any order. For one thread. */
final class Tally {
  private static final int EXAMPLES = 10;

  private final Counts<String> madeOn = new Counts<>();
  private final Counts<Move> moves = new Counts<>();
  private final Skipped skipped = new Skipped();
  private final PeopleTally people = new PeopleTally();
  private final PressureTally pressure = new PressureTally();
  private final Surprises surprises = new Surprises();
  private final SharesTally shares;
  private long read;
  private long replayed;
  private long changed;
  private long reworded;
  private long identical;
  private long unproven;

  Tally(Release draft) {
    this.shares = new SharesTally(draft);
  }

  void skip(String reason, Set<String> decisions) {
    read++;
    skipped.add(reason, decisions);
  }

  /**
   * Adds a decision.
   *
   * @param then run again on the release it was made on; null when that is gone
   * @param met the record as the draft met it
   * @param now what came of that
   */
  void add(DecisionRecord made, @Nullable Rerun then, DecisionRecord met, Rerun now) {
    Difference difference = Difference.of(made, now);
    Sides sides = new Sides((then == null ? now : then).segments(), now.segments());
    read++;
    replayed++;
    if (difference.changed()) changed++;
    if (difference.reworded()) reworded++;
    if (difference.identical()) identical++;
    if (then != null && !Difference.of(made, then).identical()) unproven++;
    madeOn.add(made.release());
    difference.moves().forEach(moves::add);
    pressure.add(made, met, now);
    shares.add(met);
    people.add(made, now, sides, difference.changed());
    if (difference.changed()) addSurprises(made, sides, difference);
  }

  private void addSurprises(DecisionRecord made, Sides sides, Difference difference) {
    for (String segment : sides.either()) {
      for (Move move : difference.moves()) {
        if (move.isSeen())
          surprises.add(new Kind(segment, move), made.id(), () -> RecordCodec.encode(made));
      }
    }
  }

  void addAll(Tally other) {
    read += other.read;
    replayed += other.replayed;
    changed += other.changed;
    reworded += other.reworded;
    identical += other.identical;
    unproven += other.unproven;
    madeOn.addAll(other.madeOn);
    moves.addAll(other.moves);
    skipped.addAll(other.skipped);
    people.addAll(other.people);
    pressure.addAll(other.pressure);
    surprises.addAll(other.surprises);
    shares.addAll(other.shares);
  }

  ReplayReport report(String draft, Examples examples) {
    List<Surprises.Seen> rarest = surprises.rarest(EXAMPLES);
    return new ReplayReport(
        draft,
        new Decisions(read, replayed, changed, reworded, identical, unproven),
        madeOn.sorted(),
        skipped.reasons(),
        people.actions(),
        people.segments(),
        moves.sorted(),
        pressure.before(),
        pressure.after(),
        pressure.placements(),
        shares.shares(),
        rarest.stream().map(examples::of).toList());
  }
}
