package dev.attune.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at a rate, however they are answered, as people do who do not know of each other.
 * One thread; a request that finds every connection busy waits for the next free one.
 */
final class OpenLoad implements AutoCloseable {
  private static final long LONGEST_MICROS = Duration.ofMinutes(1).toNanos() / 1000;
  private static final long LAST_ANSWERS_NANOS = Duration.ofSeconds(3).toNanos();

  private final InetSocketAddress server;
  private final Selector selector;
  private final Deque<Line> idle = new ArrayDeque<>();
  private final List<ByteBuffer> requests;
  private int next;
  private int busy;

  OpenLoad(InetSocketAddress server, int connections, List<byte[]> requests) throws IOException {
    this.server = server;
    this.selector = Selector.open();
    this.requests =
        requests.stream()
            .map(each -> ByteBuffer.allocateDirect(each.length).put(each).flip())
            .toList();
    for (int i = 0; i < connections; i++) idle.add(new Line(server, selector));
  }

  /** What came of a time of sending. */
  static final class Outcome {
    /** Latency in microseconds of answers with 200 within the time, from sending on. */
    final Histogram good = new Histogram(LONGEST_MICROS, 3);

    Duration length = Duration.ZERO;

    /** Requests that found a connection. */
    long sent;

    /** Refused with 503 or 429. */
    long shed;

    /** Refused without {@code Retry-After}. */
    long untold;

    /** Answered with anything else, or not at all. */
    long failed;

    double perSecond(long count) {
      return count * 1e9 / length.toNanos();
    }
  }

  /** Sends for so long, then waits a little for the last answers. */
  Outcome run(Duration length, double perSecond) throws IOException {
    return run(length, perSecond, () -> true);
  }

  /** The same, and no longer than a condition holds. */
  Outcome run(Duration atMost, double perSecond, BooleanSupplier goOn) throws IOException {
    Outcome outcome = new Outcome();
    long start = System.nanoTime();
    long end = start + atMost.toNanos();
    for (long now = start; now < end || (busy > 0 && now < end + LAST_ANSWERS_NANOS); ) {
      if (now < end && !goOn.getAsBoolean()) end = now;
      if (now < end) {
        long due = (long) ((now - start) / 1e9 * perSecond);
        while (outcome.sent < due && !idle.isEmpty()) send(outcome);
      }
      boolean inTime = now < end;
      selector.select(key -> receive((Line) key.attachment(), outcome, inTime), 1);
      now = System.nanoTime();
    }
    outcome.length = Duration.ofNanos(end - start);
    return outcome;
  }

  /** Sends until the server makes as much of it as it ever does. */
  void settle(Duration window, double perSecond) throws IOException {
    Settling.settle(
        window,
        length -> {
          Outcome outcome = run(length, perSecond);
          return outcome.perSecond(outcome.good.getTotalCount());
        });
  }

  private void send(Outcome outcome) throws IOException {
    Line line = idle.remove();
    ByteBuffer request = requests.get(next);
    next = next + 1 == requests.size() ? 0 : next + 1;
    line.send(request.rewind());
    busy++;
    outcome.sent++;
  }

  private void receive(Line line, Outcome outcome, boolean inTime) {
    try {
      int status = line.receive();
      if (status == 0) return;
      if (inTime) count(line, status, outcome);
      idle.add(line);
    } catch (IOException cut) {
      outcome.failed++;
      idle.add(anew(line));
    }
    busy--;
  }

  private static void count(Line line, int status, Outcome outcome) {
    switch (status) {
      case 200 -> outcome.good.recordValue(Math.min(LONGEST_MICROS, line.elapsed() / 1000));
      case 429, 503 -> {
        outcome.shed++;
        if (!line.tellsWhenToRetry()) outcome.untold++;
      }
      default -> outcome.failed++;
    }
  }

  private Line anew(Line broken) {
    try {
      broken.close();
      return new Line(server, selector);
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    }
  }

  @Override
  public void close() throws IOException {
    for (Line line : idle) line.close();
    selector.close();
  }
}
