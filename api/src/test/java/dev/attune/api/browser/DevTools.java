package dev.attune.api.browser;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection to the DevTools of a browser: its calls, its answers, its complaints. */
final class DevTools implements AutoCloseable {
  static final int PATIENCE_SECONDS = 60;

  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  DevTools(URI address) throws Exception {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address, new Answers())
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Errors and policy violations the pages reported. */
  List<String> complaints() {
    return complaints;
  }

  /**
   * Waits for the answer.
   *
   * @param inSession null for the browser itself
   */
  JsonObject call(String method, JsonObject parameters, String inSession) {
    int id = ids.incrementAndGet();
    JsonObject message =
        new JsonObject().put("id", id).put("method", method).put("params", parameters);
    if (inSession != null) message.put("sessionId", inSession);
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    answers.put(id, answer);
    try {
      socket.sendText(message.encode(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException refused) {
      throw PageLeft.isBehind(refused) ? new PageLeft(refused) : failed(method, refused);
    } catch (Exception broken) {
      throw failed(method, broken);
    }
  }

  private static IllegalStateException failed(String method, Exception broken) {
    return new IllegalStateException(method, broken);
  }

  /** What was asked of a page that was left before it answered. */
  static final class PageLeft extends IllegalStateException {
    private static final long serialVersionUID = 1;
    private static final List<String> SAID =
        List.of("navigated or closed", "context was destroyed", "Cannot find context");

    PageLeft(Exception refused) {
      super(refused);
    }

    static boolean isBehind(Exception refused) {
      return SAID.stream().anyMatch(String.valueOf(refused.getMessage())::contains);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        JsonObject message = new JsonObject(text.toString());
        text.setLength(0);
        hear(message);
      }
      from.request(1);
      return null;
    }

    private void hear(JsonObject message) {
      Integer id = message.getInteger("id");
      if (id != null) {
        CompletableFuture<JsonObject> answer = answers.remove(id);
        JsonObject result = message.getJsonObject("result");
        if (result == null) answer.completeExceptionally(new IOException(message.encode()));
        else answer.complete(result);
      } else if (isComplaint(message)) {
        complaints.add(message.getJsonObject("params").encode());
      }
    }

    private boolean isComplaint(JsonObject message) {
      String method = message.getString("method", "");
      if (method.equals("Runtime.exceptionThrown")) return true;
      return method.equals("Log.entryAdded")
          && message
              .getJsonObject("params")
              .getJsonObject("entry")
              .getString("level")
              .equals("error")
          && !message.encode().contains("favicon");
    }
  }
}
