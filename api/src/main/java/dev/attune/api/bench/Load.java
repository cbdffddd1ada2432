package dev.attune.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Keeps a number of connections busy, each with its next request as soon as the last one is
 * answered. One thread, few allocations, because it shares the processors with the server.
 */
final class Load implements AutoCloseable {
  private static final long LONGEST_MICROS = Duration.ofMinutes(1).toNanos() / 1000;
  private static final long LOOK_MILLIS = 1000;
  private static final int GOOD = 200;

  private final Selector selector;
  private final List<Line> lines = new ArrayList<>();
  private final List<ByteBuffer> requests;
  private int next;

  Load(InetSocketAddress server, int connections, List<byte[]> requests) throws IOException {
    this.selector = Selector.open();
    this.requests = requests.stream().map(Load::direct).toList();
    for (int i = 0; i < connections; i++) lines.add(new Line(server, selector));
  }

  private static ByteBuffer direct(byte[] request) {
    return ByteBuffer.allocateDirect(request.length).put(request).flip();
  }

  /**
   * What happened within a time.
   *
   * @param latency in microseconds
   * @param failed answers other than 200
   */
  record Window(Duration length, Histogram latency, long failed) {
    double perSecond() {
      return latency.getTotalCount() * 1e9 / length.toNanos();
    }
  }

  Window run(Duration length) throws IOException {
    Histogram latency = new Histogram(LONGEST_MICROS, 3);
    long[] failed = {0};
    int[] waiting = {lines.size()};
    long start = System.nanoTime();
    long end = start + length.toNanos();
    for (Line line : lines) line.send(request());
    while (waiting[0] > 0) {
      if (System.nanoTime() > end + LONGEST_MICROS * 1000)
        throw new IOException(waiting[0] + " requests are not answered after a minute");
      selector.select(
          key -> {
            try {
              Line line = (Line) key.attachment();
              int status = line.receive();
              if (status == 0) return;
              boolean inTime = System.nanoTime() < end;
              if (inTime) latency.recordValue(Math.min(LONGEST_MICROS, line.elapsed() / 1000));
              if (status != GOOD) failed[0]++;
              if (inTime) line.send(request());
              else waiting[0]--;
            } catch (IOException broken) {
              throw new UncheckedIOException(broken);
            }
          },
          LOOK_MILLIS);
    }
    return new Window(length, latency, failed[0]);
  }

  /**
   * Runs until the server is as quick as it gets.
   *
   * @return the most answers a second in one window
   */
  double settle(Duration window) throws IOException {
    return Settling.settle(window, length -> run(length).perSecond());
  }

  /** The same with connections enough to keep the server busy, which are closed again. */
  static double capacity(Subject subject, Duration window) throws IOException {
    try (Load load = new Load(subject.server(), 64, subject.requests())) {
      return load.settle(window);
    }
  }

  private ByteBuffer request() {
    ByteBuffer request = requests.get(next);
    next = next + 1 == requests.size() ? 0 : next + 1;
    return request.rewind();
  }

  @Override
  public void close() throws IOException {
    for (Line line : lines) line.close();
    selector.close();
  }
}
