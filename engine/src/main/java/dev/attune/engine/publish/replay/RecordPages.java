package dev.attune.engine.publish.replay;

import java.io.IOException;
import java.util.List;

/**
 * Recorded decisions, page by page, so that never more than a few are in memory. Asked by one
 * thread at a time.
 */
@FunctionalInterface
public interface RecordPages {
  /**
   * The next records as {@code RecordCodec} packed them; empty at the end. May block.
   *
   * @throws IOException when they cannot be read any further
   */
  List<byte[]> next() throws IOException;
}
