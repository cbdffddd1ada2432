package dev.attune.api.fault;

import dev.attune.api.Main;
import dev.attune.api.RunningServer;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code attune serve} in a process of its own, to be ended in any way. */
final class ServeProcess implements AutoCloseable {
  private static final Path COMPILED = Path.of("target", "test-compiled");
  private static final Pattern READY = Pattern.compile("ready at (\\S+)");

  private final Process process;
  private final URI address;

  private ServeProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** A folder for the data of one server after the other. */
  static Path data() throws IOException {
    Path data = Files.createTempDirectory("attune-process");
    Files.createDirectories(COMPILED);
    Files.createSymbolicLink(data.resolve("compiled"), COMPILED.toAbsolutePath());
    return data;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts and waits until it says that it is ready. */
  static ServeProcess start(Path data, int port, String... more) throws IOException {
    Path log = log(data);
    Process process = launch(data, port, log, more);
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) return new ServeProcess(process, URI.create(ready.group(1)));
    }
    throw new EOFException("it ended before it was ready; see " + log);
  }

  /** Starts and waits until it has a Redis, before it is ready for anything else. */
  static Process starting(Path data, int port) throws IOException, InterruptedException {
    Process process = launch(data, port, log(data));
    Path redis = data.resolve("redis").resolve("redis.port");
    while (!Files.exists(redis) && process.isAlive()) process.waitFor(10, TimeUnit.MILLISECONDS);
    return process;
  }

  /** What a start that fails leaves in the terminal, and its exit code. */
  record Refusal(int exit, String said) {}

  /** Starts where it cannot, and waits until it has ended. */
  static Refusal refused(Path data, int port, String... more)
      throws IOException, InterruptedException {
    Path log = log(data);
    Process process = launch(data, port, log, more);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    return new Refusal(exit, out + Files.readString(log));
  }

  private static Process launch(Path data, int port, Path log, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "serve", "--port", Integer.toString(port)));
    command.addAll(List.of("--data", data.toString()));
    command.addAll(List.of("--set", "rules=../rules", "--set", "prompts=../prompts"));
    command.addAll(List.of("--set", "keys.server=" + RunningServer.SERVER_KEY));
    command.addAll(List.of("--set", "http.lag=10s", "--set", "conversation.encoder=false"));
    command.addAll(List.of("--set", "privacy.assumed=personalisation"));
    command.addAll(List.of(more));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().keySet().removeIf(ServeProcess::isSetting);
    return process.redirectError(Redirect.to(log.toFile())).start();
  }

  /** What a machine may have set for servers or for every JVM; a JVM says so where errors stand. */
  private static boolean isSetting(String variable) {
    return variable.startsWith("ATTUNE_")
        || variable.endsWith("JAVA_OPTIONS")
        || variable.equals("JAVA_TOOL_OPTIONS");
  }

  /** One for each process, because two would write over each other. */
  private static Path log(Path data) throws IOException {
    return Files.createTempFile(data.getFileName().toString(), ".log");
  }

  URI address() {
    return address;
  }

  /** Ends it as a crash would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Begins to end it as a crash would; returns at once. */
  void end() {
    process.destroyForcibly();
  }

  /** Asks it to end by SIGTERM; its exit code, or nothing within the ten seconds it has. */
  int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) throw new AssertionError("still there");
    return process.exitValue();
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(15, TimeUnit.SECONDS)) kill();
  }
}
