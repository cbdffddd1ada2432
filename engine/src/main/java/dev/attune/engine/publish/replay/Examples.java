package dev.attune.engine.publish.replay;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.publish.replay.ReplayReport.Example;
import dev.attune.engine.publish.replay.ReplayReport.Why;
import dev.attune.engine.publish.replay.Replayer.Replayed;
import dev.attune.engine.publish.replay.Surprises.Seen;
import dev.attune.engine.rule.evaluate.Release;
import java.util.Set;

/** Tells a decision that changes, with the reason on both sides. */
final class Examples {
  private final Replayer replayer;
  private final Release draft;

  Examples(Replayer replayer, Release draft) {
    this.replayer = replayer;
    this.draft = draft;
  }

  Example of(Seen seen) {
    DecisionRecord made = RecordCodec.decode(seen.record());
    Replayed replayed = replayer.replay(made);
    String action = seen.kind().move().action();
    Release before = replayed.before();
    Why was = before == null ? Whys.recorded(made, action) : Whys.of(made, before, action);
    return new Example(
        made.id(),
        seen.kind().move(),
        seen.kind().segment(),
        seen.count(),
        made.asked().stream().map(PlacementRequest::id).toList(),
        replayed.then() == null ? Set.of() : replayed.then().segments(),
        replayed.now().segments(),
        Difference.of(made, replayed.now()).moves().stream()
            .filter(move -> !move.equals(seen.kind().move()))
            .sorted()
            .toList(),
        was,
        Whys.of(replayed.met(), draft, action));
  }
}
