package dev.attune.engine.publish.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a folder held when it last agreed with a live release: a line in a file, so that an edit
 * made while the server was down is known as one. Used by one thread.
 */
public final class FolderMemory {
  private static final Logger LOG = LoggerFactory.getLogger(FolderMemory.class);

  private final Path file;
  private @Nullable String agreed;

  /**
   * @param file made when there is something to remember
   */
  public FolderMemory(Path file) {
    this.file = file;
    this.agreed = read(file);
  }

  private static @Nullable String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file).strip() : null;
    } catch (IOException unreadable) {
      LOG.warn("{} cannot be read", file, unreadable);
      return null;
    }
  }

  /** A content hash; null when nothing is remembered. */
  public @Nullable String agreed() {
    return agreed;
  }

  void agree(String hash) {
    if (hash.equals(agreed)) return;
    agreed = hash;
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(fresh, hash.getBytes(StandardCharsets.UTF_8));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException notKept) {
      LOG.warn("{} cannot be written", file, notKept);
    }
  }
}
