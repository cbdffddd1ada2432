package dev.attune.api.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A product's page with one script, on an origin of its own. */
final class Site implements AutoCloseable {
  private static final String PAGE =
      """
      <!doctype html><meta charset="utf-8"><title>A product</title><script src="/page.js"></script>
      """;

  private final HttpServer server;

  private Site(HttpServer server) {
    this.server = server;
  }

  static Site of(byte[] script) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(server, "/", "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
    serve(server, "/page.js", "text/javascript", script);
    server.start();
    return new Site(server);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static void serve(HttpServer server, String path, String type, byte[] content) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
