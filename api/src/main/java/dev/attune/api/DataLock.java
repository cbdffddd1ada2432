package dev.attune.api;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second server away from the packaged Redis of a data folder. The system lets go of it
 * when the process ends, however that comes about.
 */
final class DataLock implements AutoCloseable {
  private final FileChannel file;

  private DataLock(FileChannel file) {
    this.file = file;
  }

  /**
   * @param data made when absent
   */
  static DataLock take(Path data) throws IOException {
    Files.createDirectories(data);
    FileChannel file =
        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isFree(file)) return new DataLock(file);
    file.close();
    throw new IOException(
        "the data folder "
            + data
            + " is in use by another server; give this one another with --data, or one Redis to"
            + " both with --redis");
  }

  private static boolean isFree(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException heldHere) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
