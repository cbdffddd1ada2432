package dev.attune.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.RunningServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReleaseCommandsIT {
  private static RunningServer server;

  @TempDir private Path folder;
  private StringWriter out = new StringWriter();

  @BeforeAll
  static void start() {
    server = RunningServer.start(Map.of());
    long end = System.nanoTime() + 120_000_000_000L;
    while (!current().contains("\"number\"") && System.nanoTime() < end) Thread.onSpinWait();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_folder_is_exported_edited_published_and_rolled_back() throws IOException {
    assertThat(attune("export", "--to", folder.toString())).isZero();
    Path cards = folder.resolve("features/actions.yaml");
    Files.writeString(cards, Files.readString(cards).replaceFirst("priority: 70", "priority: 71"));

    assertThat(attune("publish", folder.toString(), "--check")).isZero();
    assertThat(out.toString()).contains("priority 70 -> 71", "it may be published");
    assertThat(attune("publish", folder.toString(), "-a", "mia", "-m", "louder")).isZero();
    assertThat(out.toString()).contains("release 2 (");
    assertThat(attune("releases")).isZero();
    assertThat(out.toString()).contains("mia  louder");
    assertThat(attune("rollback", "1", "-m", "too loud")).isZero();
    assertThat(attune("releases", "3")).isZero();
    assertThat(out.toString()).contains("rollback", "priority 71 -> 70");
    assertThat(attune("publish", folder.toString(), "--only-if", "1")).isOne();
    assertThat(out.toString()).contains("Another release was published meanwhile");
  }

  @Test
  void an_archive_comes_back_byte_for_byte() throws IOException {
    Path archive = folder.resolve("live.zip");
    Path again = folder.resolve("again.zip");

    assertThat(attune("export", "--to", archive.toString())).isZero();
    assertThat(attune("import", archive.toString())).isZero();
    assertThat(attune("export", "--to", again.toString())).isZero();

    assertThat(again).hasSameBinaryContentAs(archive);
  }

  @Test
  void mistakes_are_told_with_their_place_and_nothing_changes() throws IOException {
    assertThat(attune("export", "--to", folder.toString())).isZero();
    Path rules = folder.resolve("features/nudges.drl");
    Files.writeString(rules, Files.readString(rules).replace("!adopted", "!adoptet"));
    String before = current();

    assertThat(attune("publish", folder.toString())).isOne();

    assertThat(out.toString()).contains("features/nudges.drl:").contains("Maybe");
    assertThat(current()).isEqualTo(before);
  }

  @Test
  void a_server_that_is_not_there_is_told_in_a_sentence() {
    int exit = run("releases", "--url", "http://127.0.0.1:1", "--key", "x");

    assertThat(exit).isOne();
    assertThat(out.toString()).contains("nobody answers at http://127.0.0.1:1");
    assertThat(run("rollback")).isEqualTo(2);
  }

  private static String current() {
    return server
        .send("GET", "/v1/releases/current", null, RunningServer.AUTHOR_KEY, Map.of())
        .text();
  }

  private int attune(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", server.address().toString(), "--key", RunningServer.AUTHOR_KEY));
    return run(all.toArray(String[]::new));
  }

  private int run(String... arguments) {
    out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    return new CommandLine(new AttuneCommand()).setOut(writer).setErr(writer).execute(arguments);
  }
}
