package dev.attune.api;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.rule.live.ActiveRelease;
import dev.attune.engine.rule.live.FolderWatch;
import dev.attune.engine.text.Diagnostic;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules folder, live: compiled at the start, watched from then on. A folder that is broken at
 * the start falls back to the last good one, kept in the data folder.
 */
final class LiveRules implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

  private final ActiveRelease active;
  private final FolderWatch watch;
  private final RecentReleases recent = new RecentReleases();

  private LiveRules(ActiveRelease active, FolderWatch watch) {
    this.active = active;
    this.watch = watch;
  }

  /**
   * What came of starting.
   *
   * @param rules null when neither the folder nor an earlier state of it compiles
   * @param diagnostics what is wrong with the folder; empty when it is live
   */
  record Started(@Nullable LiveRules rules, List<Diagnostic> diagnostics) {}

  /** Reads, compiles and begins to watch; takes seconds when the folder is new. */
  static Started start(Path folder, Path data, Timer compileTimer) {
    ReleaseCompiler compiler = ReleaseCompiler.ofFolder(data.resolve("compiled"));
    LastGoodRules lastGood = new LastGoodRules(data.resolve("last-good-rules"));
    BuildTimer timer = new BuildTimer(compileTimer);
    CompileResult first = compile(compiler, timer.begin(folder));
    if (first instanceof Compiled compiled) {
      timer.end();
      LiveRules rules = watching(folder, compiled.release(), compiler, lastGood, timer);
      return new Started(rules, List.of());
    }
    Optional<Release> earlier = earlier(compiler, lastGood);
    if (earlier.isEmpty()) return new Started(null, first.diagnostics());
    LiveRules rules = watching(folder, earlier.get(), compiler, lastGood, timer);
    rules.active.refuse(first.diagnostics());
    return new Started(rules, first.diagnostics());
  }

  private static LiveRules watching(
      Path folder,
      Release first,
      ReleaseCompiler compiler,
      LastGoodRules lastGood,
      BuildTimer timer) {
    ActiveRelease active = new ActiveRelease(first);
    FolderWatch watch = new FolderWatch(folder, timer::begin, compiler, active);
    LiveRules rules = new LiveRules(active, watch);
    rules.recent.add(first);
    lastGood.keep(folder, first);
    active.onChange(
        release -> {
          timer.end();
          rules.recent.add(release);
          lastGood.keep(folder, release);
          LOG.atInfo().addKeyValue("release", release.id()).log("a release is live");
        });
    watch.start();
    return rules;
  }

  private static CompileResult compile(ReleaseCompiler compiler, Reading reading) {
    return reading instanceof Reading.Read read
        ? compiler.compile(read.content())
        : new CompileResult.Rejected(reading.diagnostics());
  }

  private static Optional<Release> earlier(ReleaseCompiler compiler, LastGoodRules lastGood) {
    return lastGood
        .read()
        .map(reading -> compile(compiler, reading))
        .filter(Compiled.class::isInstance)
        .map(result -> ((Compiled) result).release());
  }

  ActiveRelease active() {
    return active;
  }

  Release current() {
    return active.current();
  }

  Content content() {
    return active.current().content();
  }

  /** A release that was live lately. */
  Optional<Release> find(String id) {
    return recent.find(id);
  }

  @Override
  public void close() {
    watch.close();
  }

  /** Times builds from reading the folder to going live; builds come one after the other. */
  private static final class BuildTimer {
    private final Timer timer;
    private volatile long start;

    BuildTimer(Timer timer) {
      this.timer = timer;
    }

    Reading begin(Path folder) {
      start = System.nanoTime();
      return ContentReader.read(folder);
    }

    void end() {
      timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }
}
