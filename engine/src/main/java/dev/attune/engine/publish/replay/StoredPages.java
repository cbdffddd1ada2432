package dev.attune.engine.publish.replay;

import dev.attune.engine.decision.DecisionRecords;
import dev.attune.engine.decision.DecisionRecords.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A store's newest records; waits for each page, and so never belongs on an event loop. */
public final class StoredPages implements RecordPages {
  private static final int PAGE = 256;

  private final DecisionRecords records;
  private final Instant from;
  private final Instant until;
  private long left;
  private boolean ended;
  private @Nullable String before;

  /**
   * @param last how far back from now
   * @param most at most so many records
   */
  public StoredPages(DecisionRecords records, Instant now, Duration last, long most) {
    this.records = records;
    this.from = now.minus(last);
    this.until = now.plusMillis(1);
    this.left = most;
  }

  @Override
  public List<byte[]> next() throws IOException {
    List<byte[]> page = new ArrayList<>();
    while (page.isEmpty() && !ended && left > 0) {
      Page read = read();
      for (byte[] record : read.records()) {
        if (left-- > 0) page.add(record);
      }
      before = read.next();
      ended = before == null;
    }
    return page;
  }

  private Page read() throws IOException {
    try {
      return records.recent(from, until, before, PAGE).toCompletableFuture().join();
    } catch (CompletionException unreachable) {
      throw new IOException("the store cannot be read", unreachable.getCause());
    }
  }
}
