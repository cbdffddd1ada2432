package dev.attune.engine.rule.live;

import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostic.Severity;
import dev.attune.engine.text.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes edits of a rules folder live. It looks at the files' times and sizes a few times a second,
 * which costs next to nothing and, unlike change events, works on every file system and misses no
 * renamed folder. When the files have come to rest they are read, checked and compiled aside on the
 * one thread it owns; an edit with errors changes nothing but {@link ActiveRelease#diagnostics()}.
 */
public final class FolderWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
  private static final long LOOK_MILLIS = 250;

  private final Path folder;
  private final Function<Path, Reading> reader;
  private final ReleaseCompiler compiler;
  private final ActiveRelease active;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread builder = new Thread(task, "rule-builder");
            builder.setDaemon(true);
            builder.setPriority(Thread.MIN_PRIORITY);
            return builder;
          });
  private Map<String, String> built = Map.of();
  private Map<String, String> seen = Map.of();

  /**
   * Reads the folder once more when started, so that no edit since the first release is missed.
   *
   * @param reader reads and checks the folder
   */
  public FolderWatch(
      Path folder, Function<Path, Reading> reader, ReleaseCompiler compiler, ActiveRelease active) {
    this.folder = folder;
    this.reader = reader;
    this.compiler = compiler;
    this.active = active;
  }

  public void start() {
    thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Stops looking; a build under way comes to nothing. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** Builds when the files changed and have been at rest since the look before. */
  void look() {
    try {
      Map<String, String> now = files();
      boolean atRest = now.equals(seen);
      seen = now;
      if (!atRest || now.equals(built)) return;
      built = now;
      build();
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError broken) {
      LOG.error("the rules folder cannot be built; the live release stays", broken);
    }
  }

  private void build() {
    Reading reading = reader.apply(folder);
    if (isLive(reading)) {
      active.confirm();
      return;
    }
    CompileResult result = compile(reading);
    result.diagnostics().forEach(each -> LOG.warn("{}", each));
    if (result instanceof CompileResult.Rejected rejected) {
      LOG.warn("the edit is not live; release {} stays", active.current().id());
      active.refuse(rejected.diagnostics());
    } else if (result instanceof CompileResult.Compiled compiled) {
      activate(compiled);
    }
  }

  private boolean isLive(Reading reading) {
    return reading instanceof Reading.Read read
        && read.content().hash().equals(active.current().hash());
  }

  private CompileResult compile(Reading reading) {
    return reading instanceof Reading.Read read
        ? compiler.compile(read.content())
        : new CompileResult.Rejected(reading.diagnostics());
  }

  private void activate(CompileResult.Compiled compiled) {
    if (active.activate(compiled.release())) {
      LOG.info("release {} is live", compiled.release().id());
    } else {
      active.refuse(
          List.of(
              new Diagnostic(
                  Place.of(""),
                  Severity.ERROR,
                  "quarantined",
                  "these rules overran their limit when they were live; change them")));
    }
  }

  private Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.filter(Files::isRegularFile).forEach(path -> files.put(path.toString(), stamp(path)));
    } catch (IOException | UncheckedIOException changedMeanwhile) {
      files.put(folder.toString(), changedMeanwhile.toString());
    }
    return files;
  }

  private static String stamp(Path file) {
    try {
      return Files.getLastModifiedTime(file) + " " + Files.size(file);
    } catch (IOException gone) {
      return "gone";
    }
  }
}
