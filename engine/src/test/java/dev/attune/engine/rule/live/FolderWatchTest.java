package dev.attune.engine.rule.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
  @TempDir private Path folder;
  private final AtomicInteger told = new AtomicInteger();
  private FolderWatch watch;

  @BeforeEach
  void start() throws IOException {
    write("one");
    watch = new FolderWatch(folder, told::incrementAndGet);
  }

  @Test
  void the_folder_is_told_of_as_it_stands_and_then_rests() {
    look(5);

    assertThat(told).hasValue(1);
  }

  @Test
  void an_edit_is_told_once_the_files_have_come_to_rest() throws IOException {
    look(2);

    write("one and more");
    look(1);
    assertThat(told).hasValue(1);

    look(3);
    assertThat(told).hasValue(2);
  }

  @Test
  void files_that_come_and_go_are_edits_too() throws IOException {
    look(2);

    Files.delete(folder.resolve("features/nudges.drl"));
    look(2);

    assertThat(told).hasValue(2);
  }

  @Test
  void a_link_that_comes_is_an_edit_too_wherever_it_leads() throws IOException {
    look(2);

    Files.createSymbolicLink(folder.resolve("features/more.drl"), folder.resolve("nowhere"));
    look(2);

    assertThat(told).hasValue(2);
  }

  @Test
  void what_is_not_read_is_no_edit() throws IOException {
    look(2);

    Files.createDirectories(folder.resolve("features/a/b/c"));
    look(2);
    Files.writeString(folder.resolve("features/a/b/c/deep.drl"), "deep");
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(folder.resolve(".git/index"), "changing");
    look(2);

    assertThat(told).hasValue(2);
  }

  @Test
  void a_folder_reached_by_a_link_is_watched(@TempDir Path elsewhere) throws IOException {
    Path link = Files.createSymbolicLink(elsewhere.resolve("rules"), folder);
    watch = new FolderWatch(link, told::incrementAndGet);
    look(2);

    write("one and more");
    look(2);

    assertThat(told).hasValue(2);
  }

  @Test
  void a_folder_that_cannot_be_built_is_told_of_again_when_it_changes() throws IOException {
    FolderWatch failing =
        new FolderWatch(
            folder,
            () -> {
              told.incrementAndGet();
              throw new IllegalStateException("broken");
            });

    failing.look();
    failing.look();
    write("something longer");
    failing.look();
    failing.look();

    assertThat(told).hasValue(2);
  }

  @Test
  void the_watch_looks_by_itself() throws InterruptedException {
    CountDownLatch heard = new CountDownLatch(1);
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    try {
      new FolderWatch(folder, heard::countDown).start(thread);
      assertThat(heard.await(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      thread.shutdownNow();
    }
  }

  private void look(int times) {
    for (int i = 0; i < times; i++) watch.look();
  }

  private void write(String text) throws IOException {
    Files.createDirectories(folder.resolve("features"));
    Files.writeString(folder.resolve("features/nudges.drl"), text);
  }
}
