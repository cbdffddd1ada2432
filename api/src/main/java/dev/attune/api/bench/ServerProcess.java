package dev.attune.api.bench;

import dev.attune.api.machine.GivingWay;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The measured server, in a process of its own so that its processor time can be told apart. What
 * here only stands in for other machines makes room for what is measured, and so does the compiler.
 */
final class ServerProcess implements AutoCloseable {
  private static final Set<String> STAND_INS =
      Set.of(DrippingProvider.THREAD, DrippingProvider.DISPATCHER, Talkers.THREAD);

  private final Process process;
  private final BufferedReader out;
  private final URI server;
  private final URI probe;
  private final String redis;
  private final Path log;
  private final Optional<GivingWay> giving = GivingWay.start(STAND_INS, none -> false);

  private ServerProcess(Process process, Path log) throws IOException {
    this.process = process;
    this.log = log;
    this.out = process.inputReader();
    this.server = URI.create(answer(BenchServer.SERVER));
    this.probe = URI.create(answer(BenchServer.PROBE));
    this.redis = answer(BenchServer.REDIS);
  }

  /** Starts a server with its own packaged Redis and waits until it is ready. */
  static ServerProcess start(Path rules, Path data, Path log) throws IOException {
    return start(Map.of("rules", rules.toString(), "data", data.toString()), log);
  }

  /** Starts a server with settings of its own and waits until it is ready. */
  static ServerProcess start(Map<String, String> settings, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BenchServer.class.getName());
    settings.forEach((name, value) -> command.add(name + "=" + value));
    Process process = new ProcessBuilder(command).redirectError(Redirect.to(log.toFile())).start();
    try {
      return new ServerProcess(process, log);
    } catch (IOException | RuntimeException failed) {
      process.destroy();
      throw failed;
    }
  }

  private String answer(String label) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(label)) return line.substring(label.length());
    }
    throw new EOFException("the server ended; see " + log);
  }

  /** Collects garbage there; then what it holds. */
  Footprint footprint() throws IOException {
    process.outputWriter().write(BenchServer.WEIGH + "\n");
    process.outputWriter().flush();
    return Footprint.read(answer(BenchServer.WEIGH + " "));
  }

  /** Where decisions are made. */
  URI server() {
    return server;
  }

  /** Where the bare endpoint and the plain read answer. */
  URI probe() {
    return probe;
  }

  /** The Redis it uses, as other servers would name it. */
  String redis() {
    return redis;
  }

  /** Sends a signal to the Redis that belongs to it, e.g. {@code STOP}. */
  void signalRedis(String name) throws IOException, InterruptedException {
    ProcessHandle redis =
        process
            .children()
            .findFirst()
            .orElseThrow(() -> new IOException("the server has no Redis"));
    new ProcessBuilder("kill", "-" + name, Long.toString(redis.pid())).start().waitFor();
  }

  /** Processor time used so far, by all of its threads. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    giving.ifPresent(GivingWay::close);
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
