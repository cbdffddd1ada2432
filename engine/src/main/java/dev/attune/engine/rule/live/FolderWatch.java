package dev.attune.engine.rule.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices edits of a rules folder. It looks at the files' times and sizes a few times a second,
 * which costs next to nothing and, unlike change events, works on every file system and misses no
 * renamed folder. When the files have come to rest, it says so on the thread it looks on.
 */
public final class FolderWatch {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
  private static final long LOOK_MILLIS = 250;

  /** A use case is a folder and has none in it; what is deeper is not read. */
  private static final int DEEPEST = 2;

  private final Path folder;
  private final Runnable atRest;
  private Map<String, String> told = Map.of();
  private Map<String, String> seen = Map.of();

  /**
   * Tells of the folder as it stands when started, and of every edit since.
   *
   * @param atRest reads the folder; may take as long as it needs
   */
  public FolderWatch(Path folder, Runnable atRest) {
    this.folder = folder;
    this.atRest = atRest;
  }

  /** Looks until the thread is shut down. */
  public void start(ScheduledExecutorService thread) {
    thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Tells when the files changed and have been at rest since the look before. */
  void look() {
    try {
      Map<String, String> now = files();
      boolean rests = now.equals(seen);
      seen = now;
      if (!rests || now.equals(told)) return;
      told = now;
      atRest.run();
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError broken) {
      LOG.error("the rules folder cannot be built; the live release stays", broken);
    }
  }

  private Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try {
      Path root = folder.toRealPath();
      try (Stream<Path> paths = Files.walk(root, DEEPEST)) {
        paths
            .filter(path -> !isHidden(root.relativize(path)))
            .forEach(path -> files.put(path.toString(), stamp(path)));
      }
    } catch (IOException | UncheckedIOException changedMeanwhile) {
      files.put(folder.toString(), changedMeanwhile.toString());
    }
    return files;
  }

  private static boolean isHidden(Path path) {
    for (Path each : path) if (each.toString().startsWith(".")) return true;
    return false;
  }

  /** A folder's time changes with every file that comes and goes, read or not. */
  private static String stamp(Path path) {
    try {
      var is = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      String state = is.isDirectory() ? "folder" : is.lastModifiedTime() + " " + is.size();
      return state + (Files.isReadable(path) ? "" : " closed");
    } catch (IOException gone) {
      return "gone";
    }
  }
}
