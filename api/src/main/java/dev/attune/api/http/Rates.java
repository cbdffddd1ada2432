package dev.attune.api.http;

import dev.attune.api.config.KeysConfig;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How often keys may call this server, each for itself. Thread-safe. */
public final class Rates {
  private final int server;
  private final int client;
  private final LongSupplier nanos;

  /** Bounded by the keys there are. */
  private final Map<Caller, Rate> byKey = new ConcurrentHashMap<>();

  public Rates(KeysConfig config) {
    this(config.serverRate(), config.clientRate(), System::nanoTime);
  }

  /**
   * @param server calls a second for each server key; 0 for any number
   * @param client the same for each client key
   */
  Rates(int server, int client, LongSupplier nanos) {
    this.server = server;
    this.client = client;
    this.nanos = nanos;
  }

  /** Whether any key may not call as often as it likes. */
  boolean bound() {
    return server > 0 || client > 0;
  }

  /** Lets a call of this key on with 0; else how many seconds later another try makes sense. */
  int take(Caller caller) {
    int most = most(caller);
    if (most == 0) return 0;
    return byKey.computeIfAbsent(caller, unseen -> new Rate(most, nanos)).take();
  }

  private int most(Caller caller) {
    if (caller.is(Identity.SERVER)) return server;
    return caller.is(Identity.CLIENT) ? client : 0;
  }
}
