package dev.attune.api.bench;

import dev.attune.api.Server;
import dev.attune.api.StartFailure;
import dev.attune.api.config.ConfigReader;
import dev.attune.api.config.ConfigReading;
import dev.attune.api.config.ConfigSources;
import dev.attune.api.config.ServerConfig;
import dev.attune.api.log.Logs;
import dev.attune.api.redis.PackagedRedis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The measured program: the server as {@code serve} starts it, and beside it, on a port of its own,
 * the endpoints it is compared with. Tells their addresses and then runs until it is ended, or
 * nobody is there any more who could ask it anything.
 */
public final class BenchServer {
  static final String KEY = "demo";
  static final String SERVER = "server ";
  static final String PROBE = "probe ";
  static final String REDIS = "redis ";

  /** Asks for a footprint, and begins the answer. */
  static final String WEIGH = "weigh";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "demo",
          "true",
          "keys.person",
          "what proves people on all servers of a measurement",
          "http.port",
          "0");

  private BenchServer() {}

  /**
   * Runs it.
   *
   * @param arguments settings such as {@code rules=bench/rules}; with {@code redis.url} the server
   *     shares a Redis with others
   */
  public static void main(String[] arguments) throws IOException, StartFailure {
    Map<String, String> settings = new HashMap<>(ALWAYS);
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      settings.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    PackagedRedis own = settings.containsKey("redis.url") ? null : redis(settings);
    if (own != null) settings.put("redis.url", own.nearUri());
    ServerConfig config = config(settings);
    Logs.configure(config.log());
    Clock clock = Clock.systemUTC();
    Server server = Server.start(config, clock);
    Probe probe =
        Probe.start(Objects.requireNonNull(config.redis().url()), config.redis().space(), clock);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  probe.close();
                  server.close();
                  if (own != null) own.close();
                }));
    System.out.println(SERVER + server.address());
    System.out.println(PROBE + probe.address());
    System.out.println(REDIS + config.redis().url());
    answer();
    System.exit(0);
  }

  /** Until the one who started it has ended, however that came. */
  private static void answer() throws IOException {
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (WEIGH.equals(questions.readLine())) {
      System.out.println(WEIGH + " " + Footprint.here());
    }
  }

  private static PackagedRedis redis(Map<String, String> settings) throws IOException {
    PackagedRedis redis =
        PackagedRedis.start(Path.of(Objects.requireNonNull(settings.get("data"))).resolve("redis"));
    redis.keepUp();
    return redis;
  }

  private static ServerConfig config(Map<String, String> settings) {
    ConfigReading reading = ConfigReader.read(new ConfigSources(Map.of(), Map.of(), settings));
    return Objects.requireNonNull(reading.config(), () -> reading.errors().toString());
  }
}
