package dev.attune.api.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import dev.attune.api.Main;
import dev.attune.api.RunningServer;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines that cannot run the sentence encoder: the conversation works, with words only. */
class WithoutNativesIT {
  @TempDir private Path folder;

  @Test
  void a_server_that_may_unpack_nothing_starts_says_so_and_understands() throws Exception {
    Files.writeString(folder.resolve("natives"), "a file where a folder is needed");
    try (RunningServer server = RunningServer.start(Map.of(), folder)) {
      Answer opened = server.post("/v1/onboarding", "{\"userId\": \"kim\"}");
      Answer answer =
          server.post(
              "/v1/onboarding/" + opened.at("/session") + "/turns",
              "{\"text\": \"I'm a solo marketer planning launches\"}");

      assertThat(server.get("/health/ready").body().findValuesAsText("detail"))
          .contains("lexicon-only");
      assertThat(answer.body().path("noted").findValuesAsText("field"))
          .containsExactlyInAnyOrder("role", "goals", "teamSize");
    }
  }

  @Test
  void a_program_without_the_native_libraries_reads_with_words_only() throws Exception {
    String said = extract(classPath("onnxruntime", "tokenizers"), List.of());

    assertThat(said).contains("lexicon-only").contains("exit 0");
  }

  @Test
  void a_home_that_cannot_be_written_is_not_needed() throws Exception {
    String said = extract(classPath(), List.of("-Duser.home=/dev/null/nobody"));

    assertThat(said).contains("lexicon+encoder").contains("exit 0");
  }

  /** What the command says on its way, in a process of its own. */
  private String extract(String classPath, List<String> options) throws Exception {
    Path talks = folder.resolve("talks.jsonl");
    Files.writeString(talks, "{\"id\": \"a\", \"turns\": [\"I'm a nurse\"]}\n");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, Main.class.getName(), "extract"));
    command.addAll(List.of("--in", talks.toString()));
    command.addAll(List.of("--out", folder.resolve("facts.jsonl").toString()));
    command.addAll(List.of("--cache", folder.resolve("cache").toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return said + "exit " + process.exitValue();
  }

  /** This test's own, less the libraries named. */
  private static String classPath(String... without) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                Arrays.stream(without).noneMatch(Path.of(entry).getFileName().toString()::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
