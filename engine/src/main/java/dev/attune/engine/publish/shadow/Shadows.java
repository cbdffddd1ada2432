package dev.attune.engine.publish.shadow;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.DraftStore;
import dev.attune.engine.publish.shadow.Shadow.Counts;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading.Read;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shadows of this node: kept to what the drafts ask for, shown each decision behind its answer.
 * What a busy node cannot run again in time is left out and counted. Thread-safe.
 */
public final class Shadows {
  /** Drafts shadowed at once; further ones wait. */
  public static final int MOST = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Shadows.class);

  private final DraftStore drafts;
  private final ReleaseCompiler compiler;
  private final Executor runner;
  private final AtomicLong skipped = new AtomicLong();
  private volatile Map<Key, Optional<Shadow>> shadows = Map.of();

  /** A draft as it is shadowed; an edit or another share begins a new count. */
  private record Key(String draft, long revision) {}

  /**
   * @param runner runs decisions again; bounded, refuses when it is behind
   */
  public Shadows(DraftStore drafts, ReleaseCompiler compiler, Executor runner) {
    this.drafts = drafts;
    this.compiler = compiler;
    this.runner = runner;
  }

  /** Looks which drafts are to be shadowed; builds new ones, which takes seconds. Blocks. */
  public synchronized void follow() {
    List<Draft> wanted =
        drafts.list().toCompletableFuture().join().stream()
            .filter(each -> each.shadow() > 0)
            .limit(MOST)
            .toList();
    Map<Key, Optional<Shadow>> next = new HashMap<>();
    for (Draft each : wanted) {
      Key key = new Key(each.id(), each.revision());
      Optional<Shadow> known = shadows.get(key);
      next.put(key, known == null ? built(each.id()) : known);
    }
    shadows = Map.copyOf(next);
  }

  private Optional<Shadow> built(String id) {
    return drafts.load(id).toCompletableFuture().join().flatMap(this::built);
  }

  private Optional<Shadow> built(Draft draft) {
    if (ContentReader.read(draft.files().byPath()) instanceof Read read
        && compiler.compile(read.content()) instanceof Compiled compiled)
      return Optional.of(new Shadow(compiled.release(), draft.shadow()));
    LOG.warn("draft {} cannot be built and casts no shadow", draft.id());
    return Optional.empty();
  }

  /** Shows a decision that was answered; returns at once. */
  public void show(DecisionRecord made) {
    for (Optional<Shadow> each : shadows.values()) {
      each.filter(shadow -> shadow.takes(made)).ifPresent(shadow -> run(shadow, made));
    }
  }

  private void run(Shadow shadow, DecisionRecord made) {
    try {
      runner.execute(() -> shadow.see(made));
    } catch (RejectedExecutionException behind) {
      skipped.incrementAndGet();
    }
  }

  /** What this node has counted; empty while the draft casts no shadow here. */
  public Optional<Counts> counts(Draft draft) {
    return shadows
        .getOrDefault(new Key(draft.id(), draft.revision()), Optional.empty())
        .map(Shadow::counts);
  }

  /** How many decisions were left out because this node was too busy. */
  public long skipped() {
    return skipped.get();
  }
}
