package dev.attune.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that are ended from outside. */
class EndedCommandIT {
  @TempDir private Path folder;

  @Test
  void a_benchmark_ended_by_a_signal_says_so_and_takes_its_servers_along() throws Exception {
    Process bench = start(Main.class.getName(), "bench", "reload", "--reloads", "1000");
    List<ProcessHandle> servers = servers(bench);

    bench.toHandle().destroy();

    List<String> said = bench.errorReader().lines().toList();
    assertThat(said).contains("attune: ended by a signal before it was done");
    assertThat(bench.waitFor()).isNotZero();
    for (ProcessHandle server : servers) server.onExit().get(30, TimeUnit.SECONDS);
  }

  @Test
  void a_benchmark_that_is_killed_takes_its_servers_along() throws Exception {
    Process bench = start(Main.class.getName(), "bench", "reload", "--reloads", "1000");
    List<ProcessHandle> servers = servers(bench);

    bench.destroyForcibly();

    for (ProcessHandle server : servers) server.onExit().get(30, TimeUnit.SECONDS);
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Djava.io.tmpdir=" + folder, "-Dattune.home=.."));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }

  /** Its server and its Redis, once it works with them. */
  private static List<ProcessHandle> servers(Process bench) throws IOException {
    assertThat(bench.errorReader().readLine()).contains("editing");
    List<ProcessHandle> started = bench.descendants().toList();
    assertThat(started).hasSizeGreaterThan(1);
    return started;
  }
}
