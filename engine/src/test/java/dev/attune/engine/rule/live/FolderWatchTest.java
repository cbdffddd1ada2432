package dev.attune.engine.rule.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.RulesText;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
  private static final String FIRST = "Feature( name == \"tone\", !adopted )";
  private static final String SECOND = "Feature( name == \"tone\", !adopted, uses == 0 )";
  private static final String BROKEN = "Feature( name == \"tome\", !adopted )";

  @TempDir private Path folder;
  @TempDir private static Path cache;
  private ReleaseCompiler compiler;
  private ActiveRelease active;
  private FolderWatch watch;

  @BeforeEach
  void start() throws IOException {
    write(FIRST);
    compiler = ReleaseCompiler.ofFolder(cache);
    Compiled first = (Compiled) compiler.compile(RulesText.read(RulesText.when(FIRST)));
    active = new ActiveRelease(first.release());
    watch = new FolderWatch(folder, ContentReader::read, compiler, active);
    lookTwice();
  }

  @Test
  void an_edit_goes_live_once_the_files_have_come_to_rest() throws IOException {
    Release before = active.current();

    write(SECOND);
    watch.look();
    assertThat(active.current()).isSameAs(before);

    watch.look();
    assertThat(active.current().hash()).isEqualTo(RulesText.read(RulesText.when(SECOND)).hash());
  }

  @Test
  void a_broken_edit_changes_nothing_but_is_shown() throws IOException {
    Release before = active.current();

    write(BROKEN);
    lookTwice();

    assertThat(active.current()).isSameAs(before);
    assertThat(active.diagnostics())
        .anySatisfy(
            each ->
                assertThat(each)
                    .hasToString(
                        "features/tone.drl:9:22: unknown feature \"tome\". Maybe \"tone\"?"));
  }

  @Test
  void taking_a_broken_edit_back_clears_what_is_shown_and_keeps_the_release() throws IOException {
    Release before = active.current();
    write(BROKEN);
    lookTwice();

    write(FIRST);
    lookTwice();

    assertThat(active.current()).isSameAs(before);
    assertThat(active.diagnostics()).isEmpty();
  }

  @Test
  void a_folder_that_disappears_keeps_the_release() throws IOException {
    Release before = active.current();

    Files.move(folder.resolve("features"), folder.resolveSibling("moved" + folder.getFileName()));
    Files.delete(folder.resolve("vocabulary.yaml"));
    lookTwice();

    assertThat(active.current()).isSameAs(before);
  }

  @Test
  void the_watch_looks_by_itself() throws Exception {
    CountDownLatch live = new CountDownLatch(1);
    active.onChange(release -> live.countDown());

    try (FolderWatch started = watch) {
      started.start();
      write(SECOND);
      assertThat(live.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void lookTwice() {
    watch.look();
    watch.look();
  }

  private void write(String conditions) throws IOException {
    for (Map.Entry<String, byte[]> file : RulesText.when(conditions).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.write(path, file.getValue());
      Files.setLastModifiedTime(
          path,
          java.nio.file.attribute.FileTime.from(
              Instant.now().plusNanos(System.nanoTime() % 1_000_000_000)));
    }
  }
}
