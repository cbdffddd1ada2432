package dev.attune.api.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One page in a headless Chromium. Used by one thread. */
public final class Browser implements AutoCloseable {
  private final Chromium chromium;
  private final DevTools tools;
  private final String session;

  public Browser(int width, int height) throws Exception {
    chromium = new Chromium(width, height);
    tools = new DevTools(chromium.address());
    JsonObject target =
        tools.call("Target.createTarget", new JsonObject().put("url", "about:blank"), null);
    session =
        tools
            .call(
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
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DevTools.PATIENCE_SECONDS);
    for (boolean seen = false; !seen; ) {
      try {
        evaluate(watch);
        seen = true;
      } catch (DevTools.PageLeft left) {
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
    } catch (DevTools.PageLeft clicked) {
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
    return tools.complaints();
  }

  private JsonObject call(String method, JsonObject parameters) {
    return tools.call(method, parameters, session);
  }

  @Override
  public void close() throws Exception {
    tools.close();
    chromium.close();
  }
}
