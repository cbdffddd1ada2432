package dev.attune.api.http;

/** Serves one operation. Called on an event loop; never blocks; answers the exchange once. */
@FunctionalInterface
public interface Endpoint {
  void serve(Exchange exchange);
}
