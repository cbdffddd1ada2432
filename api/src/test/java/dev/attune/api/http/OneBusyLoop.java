package dev.attune.api.http;

import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A server with one event loop that bears so many requests at a time, and decisions whose bodies
 * are still on their way: they are the work, and last until the test lets them go on.
 */
final class OneBusyLoop implements AutoCloseable {
  static final String DECISION =
      "{\"userId\": \"held\", \"placements\": [{\"id\": \"home.grid\"}]}";

  private final List<RawSocket> open = new ArrayList<>();
  private final RunningServer server;

  private OneBusyLoop(RunningServer server) {
    this.server = server;
  }

  /**
   * @param settings beside those that let requests last
   */
  static OneBusyLoop bearing(int requests, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("http.loops", "1");
    all.put("http.in-flight", Integer.toString(requests));
    all.put("http.lag", "1m");
    all.put("http.body-timeout", "10m");
    all.put("http.idle-timeout", "10m");
    return new OneBusyLoop(RunningServer.start(all));
  }

  RunningServer server() {
    return server;
  }

  /** Begins a decision and keeps its body back. */
  RawSocket begin(String header) throws IOException {
    RawSocket socket = new RawSocket(server.address());
    open.add(socket);
    socket.send(
        "POST /v1/decisions HTTP/1.1\r\nHost: a\r\n"
            + header
            + "Authorization: Bearer "
            + RunningServer.SERVER_KEY
            + "\r\nContent-Length: "
            + DECISION.length()
            + "\r\n\r\n");
    return socket;
  }

  Answer ask(String method, String path, String body) {
    return server.send(method, path, body, RunningServer.SERVER_KEY, Map.of());
  }

  @Override
  public void close() throws IOException {
    for (RawSocket socket : open) socket.close();
    server.close();
  }
}
