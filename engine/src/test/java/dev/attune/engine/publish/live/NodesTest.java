package dev.attune.engine.publish.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.InMemoryReleaseStore;
import dev.attune.engine.publish.Origin;
import dev.attune.engine.publish.Publication;
import dev.attune.engine.publish.PublishResult;
import dev.attune.engine.publish.PublishResult.Overtaken;
import dev.attune.engine.publish.PublishResult.Published;
import dev.attune.engine.publish.PublishResult.Rejected;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.publish.ReleaseStore;
import dev.attune.engine.publish.Signature;
import dev.attune.engine.publish.Submission;
import dev.attune.engine.publish.check.CheckResult.Passed;
import dev.attune.engine.rule.evaluate.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodesTest {
  private static final Signature MIA = new Signature("mia", "why", null, null);

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
    Publication called = published(node.publish(Node.SECOND, 1));

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
    published(node.publish(Node.SECOND, 1));
    node.edit(Node.THIRD);

    node.edit(Node.SECOND);
    node.edit(Node.THIRD);

    assertThat(node.live.live().orElseThrow().number()).isEqualTo(3);
    assertThat(node.active.diagnostics()).isEmpty();
  }

  @Test
  void a_restart_keeps_what_was_published_and_knows_an_edit_made_meanwhile() throws IOException {
    Node node = node("one");
    published(node.publish(Node.SECOND, 1));

    Node restarted = node.restarted();
    assertThat(restarted.live.live().orElseThrow().number()).isEqualTo(2);

    restarted.edit(Node.SECOND);
    restarted.write(Node.THIRD);
    Node again = restarted.restarted();
    assertThat(again.live.live().orElseThrow().number()).isEqualTo(3);
  }

  @Test
  void who_publishes_on_an_old_base_is_told_and_changes_nothing() throws IOException {
    Node one = node("one");
    Node two = node("two");

    PublishResult first = one.publish(Node.SECOND, 1);
    PublishResult second = two.publish(Node.THIRD, 1);

    assertThat(first).isInstanceOf(Published.class);
    assertThat(second).isEqualTo(new Overtaken(1, 2));
    two.ask();
    assertThat(two.live.live()).isEqualTo(one.live.live());
  }

  @Test
  void what_does_not_pass_its_checks_leaves_everything_as_it_was() throws IOException {
    Node node = node("one");
    Publication before = node.live.live().orElseThrow();

    PublishResult unproven = node.publishOnly(Node.files(Node.SECOND).without(Node.SCENARIOS), 1);
    PublishResult broken = node.publish(Node.BROKEN, 1);

    assertThat(unproven).isInstanceOf(Rejected.class);
    assertThat(broken).isInstanceOf(Rejected.class);
    assertThat(node.live.live()).contains(before);
  }

  @Test
  void what_was_checked_goes_live_even_when_word_of_it_comes_first() throws IOException {
    Node node = node("one");
    ReleaseFiles files = Node.files(Node.SECOND);
    Passed checked = (Passed) node.publishing.check(files).toCompletableFuture().join();
    store.onPublished(node.live::follow);

    node.live.publish(new Submission(files, 1, Origin.DRAFT, "mia", "", null), checked);

    assertThat(node.active.current()).isSameAs(checked.draft().release());
  }

  @Test
  void a_rollback_is_a_new_release_with_the_old_content() throws IOException {
    Node node = node("one");
    published(node.publish(Node.SECOND, 1));

    PublishResult back =
        node.publishing.rollBack(1, MIA).toCompletableFuture().join().orElseThrow();

    Publication third = published(back);
    assertThat(third.number()).isEqualTo(3);
    assertThat(third.hash()).isEqualTo(Node.files(Node.FIRST).hash());
    assertThat(third.origin()).isEqualTo(Origin.ROLLBACK);
    assertThat(node.active.current().hash()).isEqualTo(third.hash());
    assertThat(node.publishing.rollBack(9, MIA).toCompletableFuture().join()).isEmpty();
  }

  @Test
  void a_node_that_cannot_build_keeps_the_last_good_and_says_so() throws IOException {
    Node node = node("one");
    Release before = node.active.current();
    ReleaseFiles broken =
        Node.files(Node.FIRST).with("features/tone.drl", "package nonsense".getBytes(UTF_8));
    store
        .publish(new Submission(broken, 1, Origin.DRAFT, "mia", "", null), Instant.EPOCH)
        .toCompletableFuture()
        .join();

    node.ask();

    assertThat(node.active.current()).isSameAs(before);
    assertThat(node.live.live()).isEmpty();
    Behind behind = node.live.behind().orElseThrow();
    assertThat(behind.current().number()).isEqualTo(2);
    assertThat(behind.reasons()).isNotEmpty();

    published(node.publish(Node.SECOND, 2));
    assertThat(node.live.behind()).isEmpty();
  }

  @Test
  void an_old_release_is_found_on_a_node_that_never_had_it_live() throws IOException {
    Node one = node("one");
    String id = one.active.current().id();
    published(one.publish(Node.SECOND, 1));
    Node late = node("late");

    Release found = late.old.find(id).toCompletableFuture().join().orElseThrow();

    assertThat(found.hash()).isEqualTo(Node.files(Node.FIRST).hash());
    assertThat(late.old.find("ffffffffffff").toCompletableFuture().join()).isEmpty();
  }

  @Test
  void a_draft_goes_the_same_way() throws IOException {
    Node node = node("one");
    Draft draft = new Draft("d", 1, 1, "mia", Instant.EPOCH, 0, Node.files(Node.SECOND));

    PublishResult result = node.publishing.publish(draft, MIA).toCompletableFuture().join();

    assertThat(published(result).origin()).isEqualTo(Origin.DRAFT);
    assertThat(node.active.current().hash()).isEqualTo(draft.files().hash());
  }

  private Node node(String name) throws IOException {
    return Node.start(store, folders.resolve(name), folders.resolve(name + "-data"));
  }

  private static Publication published(PublishResult result) {
    assertThat(result).isInstanceOf(Published.class);
    return ((Published) result).publication();
  }
}
