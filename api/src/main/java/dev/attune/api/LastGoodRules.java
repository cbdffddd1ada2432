package dev.attune.api;

import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.evaluate.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of the rules folder as it was when it last went live, so that a server starts even when
 * somebody left a broken edit behind. Keeping a copy never fails a server: it is logged.
 */
final class LastGoodRules {
  private static final Logger LOG = LoggerFactory.getLogger(LastGoodRules.class);

  private final Path kept;

  LastGoodRules(Path kept) {
    this.kept = kept;
  }

  Optional<Reading> read() {
    return Files.isDirectory(kept) ? Optional.of(ContentReader.read(kept)) : Optional.empty();
  }

  /** Copies the folder, unless it has changed again since the release was built. */
  void keep(Path folder, Release live) {
    Path fresh = kept.resolveSibling(kept.getFileName() + ".new");
    try {
      delete(fresh);
      copy(folder, fresh);
      if (!isCopyOf(fresh, live)) return;
      delete(kept);
      Files.move(fresh, kept);
    } catch (IOException notKept) {
      LOG.warn("no copy of the rules could be kept in {}", kept, notKept);
    }
  }

  private static boolean isCopyOf(Path copy, Release live) {
    return ContentReader.read(copy) instanceof Reading.Read read
        && read.content().hash().equals(live.hash());
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    List<Path> children;
    try (Stream<Path> walk = Files.walk(folder)) {
      children = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path child : children) Files.delete(child);
  }
}
