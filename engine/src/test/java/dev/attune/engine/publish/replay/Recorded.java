package dev.attune.engine.publish.replay;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.rule.evaluate.Release;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records in memory, replayed. */
final class Recorded {
  private static final int PAGE = 50;

  private final List<byte[]> records = new ArrayList<>();

  void add(DecisionRecord made) {
    records.add(RecordCodec.encode(made));
  }

  void addBroken(byte[] bytes) {
    records.add(bytes);
  }

  int size() {
    return records.size();
  }

  ReplayReport on(Release draft, Release... madeOn) {
    return on(draft, 2, madeOn);
  }

  ReplayReport on(Release draft, int threads, Release... madeOn) {
    Replay replay = new Replay(draft, id -> find(id, madeOn), Map.of());
    try {
      return replay.run(pages(), threads, done -> {});
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  RecordPages pages() {
    Iterator<byte[]> rest = records.iterator();
    return () -> {
      List<byte[]> page = new ArrayList<>();
      while (page.size() < PAGE && rest.hasNext()) page.add(rest.next());
      return page;
    };
  }

  private static Optional<Release> find(String id, Release... releases) {
    return List.of(releases).stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
