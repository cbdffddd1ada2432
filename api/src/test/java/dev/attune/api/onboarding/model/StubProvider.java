package dev.attune.api.onboarding.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A provider on a loopback port that speaks OpenAI's streaming protocol, or misbehaves as told. It
 * records what it was sent and counts what it would charge.
 */
public final class StubProvider implements AutoCloseable {
  /** How the next exchanges go. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(Exchange exchange) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private volatile Behaviour behaviour;
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong charged = new AtomicLong();
  private final CompletableFuture<Long> hungUp = new CompletableFuture<>();

  public StubProvider(Behaviour behaviour) {
    this.behaviour = behaviour;
    try {
      server = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    daemon(this::accept);
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
  }

  public void behave(Behaviour next) {
    behaviour = next;
  }

  /** How many requests came. */
  public int requests() {
    return requests.get();
  }

  /** The bodies that came, oldest first. */
  public List<String> bodies() {
    return bodies;
  }

  /** The request lines and headers that came, oldest first. */
  public List<String> heads() {
    return heads;
  }

  /** The tokens it counted in its answers. */
  public long chargedTokens() {
    return charged.get();
  }

  /** When the client closed a connection in the middle of an answer, in {@code nanoTime}. */
  public CompletableFuture<Long> hungUp() {
    return hungUp;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String head = head(socket.getInputStream());
      if (head.isEmpty()) return;
      heads.add(head);
      bodies.add(body(socket.getInputStream(), head));
      requests.incrementAndGet();
      behaviour.answer(new Exchange(socket, this));
    } catch (IOException gone) {
      hungUp.complete(System.nanoTime());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int one = in.read();
      if (one < 0) return "";
      head.append((char) one);
    }
    return head.toString();
  }

  private static String body(InputStream in, String head) throws IOException {
    String lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("content-length:");
    if (at < 0) return "";
    int end = lower.indexOf("\r\n", at);
    int length = Integer.parseInt(lower.substring(at + 15, end).strip());
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "stub-provider");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
  }

  /** One request being answered. */
  public static final class Exchange {
    private final Socket socket;
    private final StubProvider stub;
    private final OutputStream out;

    Exchange(Socket socket, StubProvider stub) throws IOException {
      this.socket = socket;
      this.stub = stub;
      this.out = socket.getOutputStream();
    }

    public String lastBody() {
      return stub.bodies.get(stub.bodies.size() - 1);
    }

    /** A status with headers and a body that must never be seen again. */
    public void status(int status, String... headers) throws IOException {
      String body = "{\"error\":{\"message\":\"" + Faults.PLANTED + "\"}}";
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Stub\r\n");
      for (String header : headers) head.append(header).append("\r\n");
      head.append("Content-Type: application/json\r\nContent-Length: ").append(body.length());
      send(head.append("\r\nConnection: close\r\n\r\n").append(body).toString());
    }

    public void begin() throws IOException {
      send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
    }

    public void piece(String text) throws IOException {
      event(
          "{\"id\":\"1\",\"model\":\"stub\",\"choices\":[{\"index\":0,\"delta\":{\"content\":"
              + quoted(text)
              + "},\"finish_reason\":null}]}");
    }

    public void finish(String reason) throws IOException {
      event(
          "{\"id\":\"1\",\"model\":\"stub\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\""
              + reason
              + "\"}]}");
    }

    public void usage(int input, int output) throws IOException {
      stub.charged.addAndGet(input + output);
      event(
          "{\"id\":\"1\",\"model\":\"stub\",\"choices\":[],\"usage\":{\"prompt_tokens\":"
              + input
              + ",\"completion_tokens\":"
              + output
              + ",\"total_tokens\":"
              + (input + output)
              + "}}");
      event("[DONE]");
    }

    /** A whole good answer. */
    public void whole(String text) throws IOException {
      begin();
      piece(text);
      finish("stop");
      usage(100, 20);
    }

    public void event(String data) throws IOException {
      send("data: " + data + "\n\n");
    }

    public void send(String text) throws IOException {
      bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public void bytes(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    /** Waits until the client hangs up. */
    public void stall() throws IOException {
      if (socket.getInputStream().read() < 0) throw new IOException("hung up");
    }

    /** Closes the connection with a reset instead of an end. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    private static String quoted(String text) {
      return io.vertx.core.json.Json.encode(text);
    }
  }
}
