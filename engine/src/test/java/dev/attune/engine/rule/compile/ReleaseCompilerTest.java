package dev.attune.engine.rule.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.DrlFile;
import dev.attune.engine.rule.RulesText;
import dev.attune.engine.rule.UseCase;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.CompileResult.Rejected;
import dev.attune.engine.rule.evaluate.SmallWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseCompilerTest {
  private static final String CONDITION = "Feature( name == \"tone\", !adopted )";

  @TempDir private Path cache;

  @Test
  void a_restart_builds_nothing_again() throws IOException {
    ReleaseCompiler.ofFolder(cache).compile(content());
    Map<Path, FileTime> built = files();

    CompileResult result = ReleaseCompiler.ofFolder(cache).compile(content());

    assertThat(result).isInstanceOf(Compiled.class);
    assertThat(built).isNotEmpty();
    assertThat(files()).isEqualTo(built);
  }

  @Test
  void a_damaged_archive_is_built_again() throws IOException {
    ReleaseCompiler.ofFolder(cache).compile(content());
    for (Path file : files().keySet()) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }

    CompileResult result = ReleaseCompiler.ofFolder(cache).compile(content());

    assertThat(result).isInstanceOf(Compiled.class);
    ArchiveCache mended = new ArchiveCache(cache);
    for (Path file : files().keySet()) {
      String key = file.getFileName().toString().replace(".rules", "");
      assertThat(mended.load(key)).isPresent();
    }
  }

  @Test
  void a_cache_that_cannot_be_written_costs_time_only() throws IOException {
    Path blocked = Files.writeString(cache.resolve("file"), "in the way");

    CompileResult result = ReleaseCompiler.ofFolder(blocked).compile(content());

    assertThat(result).isInstanceOf(Compiled.class);
  }

  @Test
  void text_that_the_rule_compiler_refuses_is_placed_in_the_author_s_file() {
    String drl =
        """
        package small

        import dev.attune.engine.fact.*
        global dev.attune.engine.action.Decisions decisions

        rule "broken" when
            Feature( name == == "tone" )
        then
        end
        """;
    UseCase broken = new UseCase("small", List.of(new DrlFile("small/rules.drl", drl, List.of())));

    CompileResult result =
        ReleaseCompiler.ofFolder(cache).compile(SmallWorld.content("broken", List.of(broken)));

    assertThat(result).isInstanceOf(Rejected.class);
    assertThat(result.diagnostics())
        .allSatisfy(each -> assertThat(each.place().file()).isEqualTo("small/rules.drl"))
        .anySatisfy(each -> assertThat(each.place().line()).isEqualTo(7));
  }

  @Test
  void rules_that_overrun_on_invented_people_are_refused_at_the_rule() {
    Content greedy =
        RulesText.read(
            RulesText.when(
                """
                Item( kind == "draft", $a : hoursIdle )
                Item( kind == "draft", hoursIdle >= $a - 100, $b : hoursIdle )
                Item( kind == "draft", hoursIdle >= $a + $b + 1000 )"""));

    CompileResult result = ReleaseCompiler.ofFolder(cache).compile(greedy);

    assertThat(result).isInstanceOf(Rejected.class);
    assertThat(result.diagnostics())
        .extracting(each -> each.place().toString())
        .containsExactly("features/tone.drl:7:1");
  }

  private static Content content() {
    return RulesText.read(RulesText.when(CONDITION));
  }

  private Map<Path, FileTime> files() throws IOException {
    Map<Path, FileTime> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(cache)) {
      for (Path path : paths.toList()) files.put(path, Files.getLastModifiedTime(path));
    }
    return files;
  }
}
