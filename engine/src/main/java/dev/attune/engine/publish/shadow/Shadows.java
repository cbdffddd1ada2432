package dev.attune.engine.publish.shadow;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.DraftStore;
import dev.attune.engine.publish.shadow.Cast.Unbuilt;
import dev.attune.engine.publish.shadow.Shadow.Counts;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.Reading.Read;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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
  private final ShadowStore store;
  private final String node;
  private final ReleaseCompiler compiler;
  private final Executor runner;
  private final Map<Key, Counts> told = new HashMap<>();
  private volatile Map<Key, Cast> casts = Map.of();

  /** A draft as it is shadowed; an edit or another share begins a new count. */
  private record Key(String draft, long revision) {}

  /**
   * @param node names this process among those of the deployment
   * @param runner runs decisions again; bounded, refuses when it is behind
   */
  public Shadows(
      DraftStore drafts,
      ShadowStore store,
      String node,
      ReleaseCompiler compiler,
      Executor runner) {
    this.drafts = drafts;
    this.store = store;
    this.node = node;
    this.compiler = compiler;
    this.runner = runner;
  }

  /**
   * Looks which drafts are to be shadowed; builds new ones, which takes seconds; tells what was
   * counted. Blocks.
   *
   * @throws java.util.concurrent.CompletionException when the store does not answer
   */
  public synchronized void follow() {
    List<Draft> wanted =
        drafts.list().toCompletableFuture().join().stream()
            .filter(each -> each.shadow() > 0)
            .limit(MOST)
            .toList();
    Map<Key, Cast> next = new HashMap<>();
    for (Draft each : wanted) {
      Key key = new Key(each.id(), each.revision());
      Optional.ofNullable(casts.get(key))
          .or(() -> drafts.load(each.id()).toCompletableFuture().join().map(this::cast))
          .ifPresent(cast -> next.put(key, cast));
    }
    casts = Map.copyOf(next);
    tell();
  }

  /** Tells the other nodes what was counted here since it was told last. */
  private void tell() {
    told.keySet().retainAll(casts.keySet());
    casts.forEach(
        (key, cast) -> {
          if (!(cast instanceof Shadow shadow)) return;
          Counts counts = shadow.counts();
          if (counts.equals(told.get(key))) return;
          store.tell(key.draft, key.revision, node, counts).toCompletableFuture().join();
          told.put(key, counts);
        });
  }

  /** One draft that breaks the building of rules keeps no other from its shadow. */
  private Cast cast(Draft draft) {
    try {
      return built(draft);
    } catch (RuntimeException | LinkageError | StackOverflowError bug) {
      LOG.error("draft {} breaks the building of rules and casts no shadow", draft.id(), bug);
      return new Unbuilt(List.of());
    }
  }

  private Cast built(Draft draft) {
    Reading reading = ContentReader.read(draft.files().byPath());
    if (!(reading instanceof Read read)) return unbuilt(draft, new Unbuilt(reading.diagnostics()));
    CompileResult result = compiler.compile(read.content());
    return result instanceof Compiled compiled
        ? new Shadow(compiled.release(), draft.shadow())
        : unbuilt(draft, new Unbuilt(result.diagnostics()));
  }

  private static Unbuilt unbuilt(Draft draft, Unbuilt why) {
    LOG.warn("draft {} cannot be built and casts no shadow: {}", draft.id(), why.diagnostics());
    return why;
  }

  /** Shows a decision that was answered; returns at once. */
  public void show(DecisionRecord made) {
    for (Cast each : casts.values()) {
      if (each instanceof Shadow shadow && shadow.takes(made)) run(shadow, made);
    }
  }

  private void run(Shadow shadow, DecisionRecord made) {
    try {
      runner.execute(() -> see(shadow, made));
    } catch (RejectedExecutionException behind) {
      shadow.skip();
    }
  }

  /** What breaks one decision would break many: it is told at the first. */
  private static void see(Shadow shadow, DecisionRecord made) {
    try {
      shadow.see(made);
    } catch (RuntimeException | LinkageError | StackOverflowError broken) {
      if (shadow.skip() == 1) LOG.warn("decision {} breaks on a draft", made.id(), broken);
    }
  }

  /**
   * What the shadows of a draft saw.
   *
   * @param nodes how many counted; one that started again counts as another
   */
  public record Seen(int nodes, Counts counts) {}

  /**
   * What was counted on all nodes: here until now, elsewhere until some seconds ago. Empty while
   * the draft is built nowhere. A store that does not answer leaves what was counted here.
   */
  public CompletionStage<Optional<Seen>> seen(String draft, long revision) {
    Optional<Counts> here =
        cast(draft, revision)
            .filter(Shadow.class::isInstance)
            .map(cast -> ((Shadow) cast).counts());
    return store
        .told(draft, revision)
        .exceptionally(unreachable -> Map.of())
        .thenApply(
            told -> {
              Map<String, Counts> byNode = new HashMap<>(told);
              here.ifPresent(counts -> byNode.put(node, counts));
              return byNode.values().stream()
                  .reduce(Counts::plus)
                  .map(counts -> new Seen(byNode.size(), counts));
            });
  }

  /** What became of a draft on this node; empty while it is not built, or not to be shadowed. */
  public Optional<Cast> cast(String draft, long revision) {
    return Optional.ofNullable(casts.get(new Key(draft, revision)));
  }
}
