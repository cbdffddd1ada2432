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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * The measured program: the server as {@code serve} starts it, and beside it, on a port of its own,
 * the endpoints it is compared with. Tells both addresses and then runs until it is ended.
 */
public final class BenchServer {
  static final String KEY = "demo";
  static final String SERVER = "server ";
  static final String PROBE = "probe ";

  /** Asks for a footprint, and begins the answer. */
  static final String WEIGH = "weigh";

  private BenchServer() {}

  /**
   * Runs it.
   *
   * @param arguments the rules folder, the data folder and, when the server is to share a Redis
   *     with others, its address
   */
  public static void main(String[] arguments)
      throws IOException, StartFailure, InterruptedException {
    Path data = Path.of(arguments[1]);
    PackagedRedis own = arguments.length > 2 ? null : PackagedRedis.start(data.resolve("redis"));
    if (own != null) own.keepUp();
    String redis = own == null ? arguments[2] : own.uri();
    ServerConfig config = config(arguments[0], data, redis);
    Logs.configure(config.log());
    Clock clock = Clock.systemUTC();
    Server server = Server.start(config, clock);
    Probe probe = Probe.start(redis, config.redis().space(), clock);
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
    answer();
    new CountDownLatch(1).await();
  }

  private static void answer() throws IOException {
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (WEIGH.equals(questions.readLine())) {
      System.out.println(WEIGH + " " + Footprint.here());
    }
  }

  private static ServerConfig config(String rules, Path data, String redis) {
    Map<String, String> settings =
        Map.of(
            "demo",
            "true",
            "keys.person",
            "what proves people on all servers of a measurement",
            "rules",
            rules,
            "data",
            data.toString(),
            "redis.url",
            redis,
            "http.port",
            "0");
    ConfigReading reading = ConfigReader.read(new ConfigSources(Map.of(), Map.of(), settings));
    return Objects.requireNonNull(reading.config(), () -> reading.errors().toString());
  }
}
