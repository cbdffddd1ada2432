package dev.attune.engine.publish.replay;

import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.publish.replay.Replayer.Replayed;
import dev.attune.engine.rule.evaluate.Release;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Runs recorded decisions on a draft and reports what would have been different. Reads nothing but
 * the records: facts, visit, moment, evidence and attention stand in them as they were.
 */
public final class Replay {
  /** What its threads are called. */
  public static final String THREAD = "replay";

  private final Release draft;
  private final Replayer replayer;

  /**
   * A replay on a draft.
   *
   * @param releases finds the release a decision was made on, by its id; asked once for each. Where
   *     it is gone the record alone stands for its side, with the draft's segments
   * @param lately outcome counts by action, for actions a record holds none for because nobody
   *     proposed them then; may be empty
   */
  public Replay(
      Release draft, Function<String, Optional<Release>> releases, Map<String, Evidence> lately) {
    this.draft = draft;
    this.replayer = new Replayer(draft, releases, lately);
  }

  /**
   * Runs all of them, some pages at a time. Blocks until done; to be called off event loops.
   *
   * @param threads how many of the machine's cores it may use, 1 or more
   * @param progress told how many records are done, now and then, from any of the threads
   * @throws IOException when the records cannot be read to their end
   * @throws InterruptedException when the calling thread is interrupted; nothing runs on
   */
  public ReplayReport run(RecordPages records, int threads, LongConsumer progress)
      throws IOException, InterruptedException {
    Source source = new Source(records, progress);
    ExecutorService workers = Executors.newFixedThreadPool(threads, Replay::thread);
    try {
      List<Callable<Tally>> shares = new ArrayList<>();
      for (int i = 0; i < threads; i++) shares.add(() -> share(source));
      Tally all = new Tally(draft);
      for (Future<Tally> share : workers.invokeAll(shares)) all.addAll(share.get());
      return all.report(draft.id(), new Examples(replayer, draft));
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException unreadable) throw unreadable;
      throw new IllegalStateException("a replay broke", failed.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  /** Pages are handed out one at a time; a record is unpacked by whoever runs it. */
  private static final class Source {
    private final RecordPages records;
    private final LongConsumer progress;
    private long done;
    private boolean ended;

    Source(RecordPages records, LongConsumer progress) {
      this.records = records;
      this.progress = progress;
    }

    synchronized List<byte[]> next() throws IOException {
      if (ended) return List.of();
      ended = true;
      List<byte[]> page = records.next();
      ended = page.isEmpty();
      return page;
    }

    synchronized void done(int records) {
      done += records;
      progress.accept(done);
    }
  }

  private Tally share(Source source) throws IOException {
    Tally tally = new Tally(draft);
    List<byte[]> page = source.next();
    while (!page.isEmpty() && !Thread.currentThread().isInterrupted()) {
      for (byte[] record : page) replay(record, tally);
      source.done(page.size());
      page = source.next();
    }
    return tally;
  }

  private void replay(byte[] packed, Tally tally) {
    DecisionRecord made;
    try {
      made = RecordCodec.decode(packed);
    } catch (RuntimeException broken) {
      tally.skip(Obstacle.UNREADABLE, Set.of());
      return;
    }
    String obstacle = Obstacle.of(made, draft.content());
    if (obstacle != null) {
      tally.skip(obstacle, Set.of(made.id()));
      return;
    }
    Replayed replayed = replayer.replay(made);
    tally.add(made, replayed.then(), replayed.met(), replayed.now());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, THREAD);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }
}
