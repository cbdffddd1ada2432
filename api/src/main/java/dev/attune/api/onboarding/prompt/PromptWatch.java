package dev.attune.api.onboarding.prompt;

import dev.attune.engine.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes edits of the prompts folder live once its files have come to rest. It looks at their times
 * and sizes, as the rules' watch does, on the one thread it owns.
 */
public final class PromptWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PromptWatch.class);
  private static final long LOOK_MILLIS = 250;

  private final Path folder;
  private final ActivePrompts active;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread watch = new Thread(task, "prompt-watch");
            watch.setDaemon(true);
            return watch;
          });
  private Map<String, String> used;
  private Map<String, String> seen;

  /** Takes the folder as it is now for what is live. */
  public PromptWatch(Path folder, ActivePrompts active) {
    this.folder = folder;
    this.active = active;
    this.used = files();
    this.seen = used;
  }

  public void start() {
    thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** Reads the folder when it changed and has been at rest since the look before. */
  void look() {
    Map<String, String> now = files();
    boolean atRest = now.equals(seen);
    seen = now;
    if (!atRest || now.equals(used)) return;
    used = now;
    List<Diagnostic> diagnostics = active.reload();
    diagnostics.forEach(each -> LOG.warn("{}", each));
    if (diagnostics.isEmpty()) LOG.info("{} are live", active.current().version());
    else LOG.warn("the edit is not live; {} stay", active.current().version());
  }

  private Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(path.toString(), Files.getLastModifiedTime(path) + " " + Files.size(path));
      }
    } catch (IOException changedMeanwhile) {
      files.put(folder.toString(), changedMeanwhile.toString());
    }
    return files;
  }
}
