package dev.attune.api.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One page in a headless Chromium. Used by one thread. */
public final class Browser implements AutoCloseable {
  private static final String LISTENING = "DevTools listening on ";
  private static final int PATIENCE_SECONDS = 60;

  private final Process chromium;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final String session;

  public Browser(int width, int height) throws Exception {
    Path profile = Path.of("target", "chromium", UUID.randomUUID().toString()).toAbsolutePath();
    chromium =
        new ProcessBuilder(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--window-size=" + width + "," + height,
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address()), new Answers())
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    JsonObject target =
        call("Target.createTarget", new JsonObject().put("url", "about:blank"), null);
    session =
        call(
                "Target.attachToTarget",
                new JsonObject().put("targetId", target.getString("targetId")).put("flatten", true),
                null)
            .getString("sessionId");
    call("Page.enable", new JsonObject());
    call("Runtime.enable", new JsonObject());
    call("Log.enable", new JsonObject());
  }

  /** Goes to an address and waits until the page is there. */
  public void open(String url) {
    call("Page.navigate", new JsonObject().put("url", url));
    until("document.readyState === 'complete' && location.href !== 'about:blank'");
  }

  /** Evaluates an expression in the page; promises are awaited. */
  public Object evaluate(String expression) {
    JsonObject result =
        call(
            "Runtime.evaluate",
            new JsonObject()
                .put("expression", expression)
                .put("returnByValue", true)
                .put("awaitPromise", true));
    if (result.containsKey("exceptionDetails")) throw new AssertionError(result.encode());
    Object value = result.getJsonObject("result").getValue("value");
    return value == null ? "" : value;
  }

  public String text(String selector) {
    return (String) evaluate("document.querySelector('" + selector + "')?.innerText ?? ''");
  }

  /**
   * Waits until an expression is true, half a minute at most. The page itself watches, and when it
   * is left meanwhile, the next one.
   */
  public void until(String expression) {
    String watch =
        "new Promise((done, give) => { const end = Date.now() + 30000;"
            + " const look = () => { if ("
            + expression
            + ") done(true); else if (Date.now() > end) give(new Error('waited too long')); else"
            + " setTimeout(look, 20); }; look(); })";
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (boolean seen = false; !seen; ) {
      try {
        evaluate(watch);
        seen = true;
      } catch (PageLeft left) {
        if (System.nanoTime() > end) throw left;
      }
    }
  }

  /** Types into whatever has the focus. */
  public void type(String text) {
    call("Input.insertText", new JsonObject().put("text", text));
  }

  /** Presses a key by its name, e.g. {@code Enter} or {@code Tab}. */
  public void press(String key) {
    String text = key.equals("Enter") ? "\r" : "";
    int code = key.equals("Enter") ? 13 : key.equals("Tab") ? 9 : 32;
    for (String kind : List.of("keyDown", "keyUp")) {
      JsonObject event =
          new JsonObject()
              .put("type", kind)
              .put("key", key)
              .put("code", key)
              .put("windowsVirtualKeyCode", code);
      if (kind.equals("keyDown") && !text.isEmpty()) event.put("text", text);
      call("Input.dispatchKeyEvent", event);
    }
  }

  /** Clicks; that may leave the page before it has answered. */
  public void click(String selector) {
    try {
      evaluate("document.querySelector('" + selector + "').click()");
    } catch (PageLeft clicked) {
      // until() looks at where it led
    }
  }

  public void scripts(boolean allowed) {
    call("Emulation.setScriptExecutionDisabled", new JsonObject().put("value", !allowed));
  }

  /** Lets the page believe that its user wants less motion or a dark scheme. */
  public void prefer(String feature, String value) {
    JsonObject wish = new JsonObject().put("name", feature).put("value", value);
    call("Emulation.setEmulatedMedia", new JsonObject().put("features", new JsonArray().add(wish)));
  }

  public void screenshot(Path file) throws IOException {
    JsonObject shot =
        call("Page.captureScreenshot", new JsonObject().put("captureBeyondViewport", true));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(shot.getString("data")));
  }

  /** Errors and policy violations the page reported. */
  public List<String> complaints() {
    return complaints;
  }

  private String address() throws IOException {
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(chromium.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(LISTENING)) {
        drain(out);
        return line.substring(LISTENING.length());
      }
    }
    throw new IOException("chromium did not start");
  }

  private static void drain(BufferedReader out) {
    Thread reader =
        new Thread(
            () -> {
              try {
                while (out.readLine() != null) continue;
              } catch (IOException ended) {
                throw new UncheckedIOException(ended);
              }
            },
            "chromium-output");
    reader.setDaemon(true);
    reader.setUncaughtExceptionHandler((thread, ended) -> {});
    reader.start();
  }

  private JsonObject call(String method, JsonObject parameters) {
    return call(method, parameters, session);
  }

  private JsonObject call(String method, JsonObject parameters, String inSession) {
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
  private static final class PageLeft extends IllegalStateException {
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
  public void close() throws Exception {
    socket.abort();
    chromium.destroy();
    if (!chromium.waitFor(5, TimeUnit.SECONDS)) chromium.destroyForcibly().waitFor();
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
