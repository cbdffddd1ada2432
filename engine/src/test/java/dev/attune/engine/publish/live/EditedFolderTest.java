package dev.attune.engine.publish.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.publish.InMemoryReleaseStore;
import dev.attune.engine.publish.Origin;
import dev.attune.engine.publish.Publication;
import dev.attune.engine.publish.ReleaseStore;
import dev.attune.engine.rule.evaluate.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What editing a node's folder does, beside what is published by a call. */
class EditedFolderTest {
  @TempDir private Path folders;
  private final ReleaseStore store = new InMemoryReleaseStore();

  @Test
  void the_first_folder_becomes_the_first_release() throws IOException {
    Node node = node("one");

    Publication first = node.live.live().orElseThrow();

    assertThat(first.number()).isEqualTo(1);
    assertThat(first.origin()).isEqualTo(Origin.FOLDER);
    assertThat(first.hash()).isEqualTo(Node.files(Node.FIRST).hash());
  }

  @Test
  void an_edit_of_a_folder_is_a_release_that_other_nodes_follow() throws IOException {
    Node one = node("one");
    Node two = node("two");

    one.edit(Node.SECOND);
    two.ask();

    assertThat(two.live.live()).isEqualTo(one.live.live());
    assertThat(two.live.live().orElseThrow().number()).isEqualTo(2);
    assertThat(two.active.diagnostics()).isEmpty();
  }

  @Test
  void a_folder_that_is_brought_up_to_what_is_live_publishes_nothing() throws IOException {
    Node one = node("one");
    Node two = node("two");
    one.edit(Node.SECOND);

    two.edit(Node.SECOND);

    assertThat(two.live.live().orElseThrow().number()).isEqualTo(2);
    assertThat(two.active.diagnostics()).isEmpty();
  }

  @Test
  void a_broken_edit_changes_nothing_but_is_shown() throws IOException {
    Node node = node("one");
    Release before = node.active.current();

    node.edit(Node.BROKEN);

    assertThat(node.active.current()).isSameAs(before);
    assertThat(node.active.diagnostics())
        .anySatisfy(each -> assertThat(each.toString()).startsWith("features/tone.drl:9:22: "));
    assertThat(store.currentNumber().toCompletableFuture().join()).isEqualTo(1);
  }

  @Test
  void a_folder_that_went_away_is_shown_until_it_is_back() throws IOException {
    Node node = node("one");
    Path away = Files.move(folders.resolve("one"), folders.resolve("away"));

    node.edited();

    assertThat(node.active.diagnostics())
        .singleElement()
        .asString()
        .startsWith("one: the rules folder cannot be read. Put it back, readable: ");
    Files.move(away, folders.resolve("one"));
    node.edited();
    assertThat(node.active.diagnostics()).isEmpty();
    assertThat(node.live.live().orElseThrow().number()).isEqualTo(1);
  }

  @Test
  void taking_a_broken_edit_back_clears_what_is_shown() throws IOException {
    Node node = node("one");
    node.edit(Node.BROKEN);

    node.edit(Node.FIRST);

    assertThat(node.active.diagnostics()).isEmpty();
    assertThat(node.live.live().orElseThrow().number()).isEqualTo(1);
  }

  @Test
  void a_folder_edit_does_not_undo_what_was_published_by_a_call() throws IOException {
    Node node = node("one");
    Publication called = Node.published(node.publish(Node.SECOND, 1));

    node.edit(Node.THIRD);

    assertThat(node.live.live()).contains(called);
    assertThat(node.active.diagnostics())
        .singleElement()
        .asString()
        .contains("release 2 by mia was published since this folder was read", "attune export");
  }

  @Test
  void a_folder_that_took_over_what_was_published_may_be_edited_again() throws IOException {
    Node node = node("one");
    Node.published(node.publish(Node.SECOND, 1));
    node.edit(Node.THIRD);

    node.edit(Node.SECOND);
    node.edit(Node.THIRD);

    assertThat(node.live.live().orElseThrow().number()).isEqualTo(3);
    assertThat(node.active.diagnostics()).isEmpty();
  }

  @Test
  void a_restart_keeps_what_was_published_and_knows_an_edit_made_meanwhile() throws IOException {
    Node node = node("one");
    Node.published(node.publish(Node.SECOND, 1));

    Node restarted = node.restarted();
    assertThat(restarted.live.live().orElseThrow().number()).isEqualTo(2);

    restarted.edit(Node.SECOND);
    restarted.write(Node.THIRD);
    Node again = restarted.restarted();
    assertThat(again.live.live().orElseThrow().number()).isEqualTo(3);
  }

  private Node node(String name) throws IOException {
    return Node.start(store, folders.resolve(name), folders.resolve(name + "-data"));
  }
}
