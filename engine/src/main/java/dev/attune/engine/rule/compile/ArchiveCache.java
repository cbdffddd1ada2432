package dev.attune.engine.rule.compile;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was built in a folder, by a hash of all it was built from, so that a restart builds
 * nothing. A damaged file counts as absent; a folder that cannot be written only costs time.
 */
final class ArchiveCache {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveCache.class);

  /** More than any folder of rules has, so that the last releases stay at hand. */
  private static final int MOST = 300;

  private final Path folder;

  ArchiveCache(Path folder) {
    this.folder = folder;
  }

  Optional<byte[]> load(String key) {
    Path file = file(key);
    try {
      if (!Files.exists(file)) return Optional.empty();
      byte[] stored = Files.readAllBytes(file);
      int digest = checksum(new byte[0]).length;
      if (stored.length > digest) {
        byte[] content = Arrays.copyOfRange(stored, digest, stored.length);
        if (Arrays.equals(checksum(content), 0, digest, stored, 0, digest)) {
          return Optional.of(content);
        }
      }
      LOG.warn("{} is damaged and is built again", file);
    } catch (IOException e) {
      LOG.warn("{} cannot be read and is built again", file, e);
    }
    return Optional.empty();
  }

  /** Whole or not at all, also when the process is killed meanwhile. */
  void save(String key, byte[] content) {
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, "unfinished-", "");
      try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        write(out, checksum(content));
        write(out, content);
        out.force(true);
      }
      Files.move(
          unfinished,
          file(key),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      removeOldest();
    } catch (IOException e) {
      LOG.warn("built rules cannot be kept in {}", folder, e);
    }
  }

  private void removeOldest() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<File> newestFirst =
          files
              .map(Path::toFile)
              .sorted(Comparator.comparingLong(File::lastModified).reversed())
              .toList();
      for (File each :
          newestFirst.subList(Math.min(MOST, newestFirst.size()), newestFirst.size())) {
        Files.deleteIfExists(each.toPath());
      }
    }
  }

  private static void write(FileChannel out, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) out.write(buffer);
  }

  private Path file(String key) {
    return folder.resolve(key + ".rules");
  }

  private static byte[] checksum(byte[] content) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
          .getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
