package dev.attune.api;

import dev.attune.engine.publish.ArchiveReader;
import dev.attune.engine.publish.ReleaseArchive;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.text.Diagnostics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the release that was live last, so that a server starts on them when the folder is
 * broken or the store is away. Keeping them never fails a server: it is logged.
 */
final class LastGoodRules {
  private static final Logger LOG = LoggerFactory.getLogger(LastGoodRules.class);

  private final Path kept;

  /**
   * @param kept the archive, made when there is something to keep
   */
  LastGoodRules(Path kept) {
    this.kept = kept;
  }

  Optional<ReleaseFiles> read() {
    try {
      return Files.exists(kept)
          ? ArchiveReader.read(Files.readAllBytes(kept), new Diagnostics())
          : Optional.empty();
    } catch (IOException unreadable) {
      LOG.warn("{} cannot be read", kept, unreadable);
      return Optional.empty();
    }
  }

  /** Whole or not at all, also when the process is killed meanwhile. */
  void keep(ReleaseFiles live) {
    Path fresh = kept.resolveSibling(kept.getFileName() + ".new");
    try {
      Files.createDirectories(kept.toAbsolutePath().getParent());
      try (FileChannel out =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(ReleaseArchive.of(live));
        while (bytes.hasRemaining()) out.write(bytes);
        out.force(true);
      }
      Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException notKept) {
      LOG.warn("the live rules could not be kept in {}", kept, notKept);
    }
  }
}
