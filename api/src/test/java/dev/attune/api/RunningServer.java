package dev.attune.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.api.config.ConfigReader;
import dev.attune.api.config.ConfigReading;
import dev.attune.api.config.ConfigSources;
import dev.attune.api.config.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real server on a free port, with a real Redis of its own. Every answer asked for through it is
 * held against the API's document.
 */
public final class RunningServer implements AutoCloseable {
  public static final String SERVER_KEY = "sk_test_of_16_letters";
  public static final String CLIENT_KEY = "pk_test";
  public static final String AUTHOR_KEY = "ak_test_of_16_letters";
  public static final String PERSON_SECRET = "a-secret-for-tests-of-32-letters";

  /** Compiled rules outlive a test, as they outlive a server. */
  private static final Path COMPILED = Path.of("target", "test-compiled");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static RunningServer shared;

  private final Server server;
  private final Path data;
  private final Client client;

  private RunningServer(Server server, Path data) {
    this.server = server;
    this.data = data;
    this.client = new Client(server.address());
  }

  /** The server that tests share which leave nothing behind but people of their own. */
  public static synchronized RunningServer shared() {
    if (shared == null) {
      shared = start(Map.of());
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  /** A server of the test's own, on the repository's rules unless the settings say otherwise. */
  public static RunningServer start(Map<String, String> settings) {
    return start(settings, Clock.systemUTC());
  }

  /** The same, at a time of the test's choosing. */
  public static RunningServer start(Map<String, String> settings, InstantSource clock) {
    try {
      Path data = Files.createTempDirectory("attune-test");
      Files.createDirectories(COMPILED);
      Files.createSymbolicLink(data.resolve("compiled"), COMPILED.toAbsolutePath());
      return start(settings, data, clock);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A server on data that another one left behind. */
  public static RunningServer start(Map<String, String> settings, Path data) {
    return start(settings, data, Clock.systemUTC());
  }

  /** The same, at a time of the test's choosing. */
  public static RunningServer start(Map<String, String> settings, Path data, InstantSource clock) {
    Map<String, String> flags = new HashMap<>();
    flags.put("http.port", "0");
    flags.put("http.lag", "10s");
    flags.put("data", data.toString());
    flags.put("rules", "../rules");
    flags.put("prompts", "../prompts");
    flags.put("keys.server", SERVER_KEY);
    flags.put("keys.client", CLIENT_KEY);
    flags.put("keys.author", AUTHOR_KEY);
    flags.put("keys.person", PERSON_SECRET);
    flags.put("privacy.assumed", "personalisation");
    flags.put("redis.read-timeout", "2s");
    flags.put("redis.write-timeout", "2s");
    flags.putAll(settings);
    ConfigReading reading = ConfigReader.read(new ConfigSources(Map.of(), Map.of(), flags));
    ServerConfig config = reading.config();
    if (config == null) throw new IllegalArgumentException(reading.errors().toString());
    try {
      return new RunningServer(Server.start(config, clock), data);
    } catch (StartFailure e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until the folder's rules are a numbered release, which drafts are made of. */
  public RunningServer untilPublished() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (isUnpublished() && System.nanoTime() < end) Thread.onSpinWait();
    return this;
  }

  private boolean isUnpublished() {
    Answer current = send("GET", "/v1/releases/current", null, AUTHOR_KEY, Map.of());
    return current.body().path("number").isMissingNode();
  }

  public URI address() {
    return server.address();
  }

  /** Where it keeps its data. */
  public Path data() {
    return data;
  }

  public Answer get(String path) {
    return send("GET", path, null, SERVER_KEY, Map.of());
  }

  public Answer post(String path, String json) {
    return send("POST", path, json, SERVER_KEY, Map.of());
  }

  /**
   * @param body null for none
   * @param key empty for none
   */
  public Answer send(
      String method, String path, String body, String key, Map<String, String> headers) {
    return client.send(method, path, body, key, headers);
  }

  public Answer send(HttpRequest request) {
    return client.send(request);
  }

  /** A request body as JSON text. */
  public static String json(Map<String, Object> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
