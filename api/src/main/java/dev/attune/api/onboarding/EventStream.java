package dev.attune.api.onboarding;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer as Server-Sent Events. It may be told things on any thread; it writes on the request's
 * own. When the client goes, whatever is under way for it is cancelled.
 */
final class EventStream implements Relay {
  private static final String RETRY = "retry: 3000\n\n";

  private final HttpServerResponse response;
  private final Context context;
  private final List<Runnable> cancels = new ArrayList<>();
  private boolean begun;
  private boolean gone;
  private int count;

  EventStream(HttpServerResponse response, Context context) {
    this.response = response;
    this.context = context;
    response.closeHandler(closed -> leave());
  }

  @Override
  public void tell(String event, JsonObject data) {
    context.runOnContext(now -> write(event, data));
  }

  @Override
  public boolean streams() {
    return true;
  }

  @Override
  public void onGone(Runnable cancel) {
    synchronized (cancels) {
      if (!gone) {
        cancels.add(cancel);
        return;
      }
    }
    cancel.run();
  }

  /** Whether anything was written; call on the request's context. */
  boolean hasBegun() {
    return begun;
  }

  /** Writes the last event and ends; call on the request's context. */
  void end(String event, JsonObject data) {
    write(event, data);
    if (!response.ended() && !response.closed()) response.end();
  }

  private void write(String event, JsonObject data) {
    if (response.ended() || response.closed()) return;
    if (!begun) begin();
    count++;
    response.write("id: " + count + "\nevent: " + event + "\ndata: " + data.encode() + "\n\n");
  }

  private void begin() {
    begun = true;
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Accel-Buffering", "no")
        .write(RETRY);
  }

  private void leave() {
    List<Runnable> all;
    synchronized (cancels) {
      gone = true;
      all = List.copyOf(cancels);
      cancels.clear();
    }
    all.forEach(Runnable::run);
  }
}
