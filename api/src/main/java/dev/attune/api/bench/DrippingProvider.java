package dev.attune.api.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for a language model's provider: streams an answer word by word, as slowly as they do,
 * in the protocol most of them speak.
 */
final class DrippingProvider implements AutoCloseable {
  /** What its threads are called. */
  static final String THREAD = "provider";

  /** What the JDK calls the thread of its server that takes calls. */
  static final String DISPATCHER = "HTTP-Dispatcher";

  private static final long GAP_MILLIS = 250;
  private static final List<String> WORDS =
      List.of("Alright", " then,", " tell", " me", " a", " little", " more", ".");
  private static final String NOTHING_LEARNT = "{}";
  private static final String USAGE =
      "{\"prompt_tokens\":100,\"completion_tokens\":8,\"total_tokens\":108}";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(DrippingProvider::thread);
  private final AtomicInteger streaming = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  DrippingProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, THREAD);
    thread.setDaemon(true);
    return thread;
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** How many answers were streamed at one time, at the most. */
  int most() {
    return most.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    List<String> parts = asked.contains("json_schema") ? List.of(NOTHING_LEARNT) : WORDS;
    most.accumulateAndGet(streaming.incrementAndGet(), Math::max);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (String part : parts) {
        Thread.sleep(GAP_MILLIS);
        event(out, "{\"content\":\"" + part + "\"}", "null", "null");
      }
      event(out, "{}", "\"stop\"", USAGE);
      out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      streaming.decrementAndGet();
    }
  }

  private static void event(OutputStream out, String delta, String end, String usage)
      throws IOException {
    String data =
        """
        data: {"id":"1","model":"bench","choices":[{"index":0,"delta":%s,"finish_reason":%s}],"usage":%s}

        """
            .formatted(delta, end, usage);
    out.write(data.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
