package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Installs a third party's client beside the test's output and runs it, unmodified. */
final class NodeClients {
  private static final Path SOURCES = Path.of("src", "test", "clients");
  private static final Path INSTALLED = Path.of("target", "clients");

  private NodeClients() {}

  /** Copies and installs a client once; returns its folder. */
  static synchronized Path install(String client) throws IOException, InterruptedException {
    Path folder = INSTALLED.resolve(client);
    try (Stream<Path> sources = Files.list(SOURCES.resolve(client))) {
      Files.createDirectories(folder);
      for (Path source : sources.toList()) {
        Path target = folder.resolve(source.getFileName().toString());
        Files.copy(source, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!Files.exists(folder.resolve("node_modules"))) {
      run(folder, 240, "npm", "install", "--no-package-lock", "--no-audit", "--no-fund");
    }
    return folder;
  }

  /** Runs {@code send.js} of an installed client. */
  static void send(String client, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", "send.js"));
    command.addAll(List.of(arguments));
    run(install(client), 60, command.toArray(String[]::new));
  }

  /** Packs a script of an installed client, with all it imports, into one for a page. */
  static byte[] bundle(String client, String script) throws IOException, InterruptedException {
    Path folder = install(client);
    run(folder, 60, "node_modules/.bin/esbuild", script, "--bundle", "--outfile=bundle.js");
    return Files.readAllBytes(folder.resolve("bundle.js"));
  }

  private static void run(Path folder, int seconds, String... command)
      throws IOException, InterruptedException {
    Path log = folder.resolve("output.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
    if (!ended) process.destroyForcibly();
    assertThat(ended && process.exitValue() == 0)
        .as("%s: %s", List.of(command), Files.readString(log))
        .isTrue();
  }
}
