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
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodesTest {
  private static final Signature MIA = new Signature("mia", "why", null, null);

  @TempDir private Path folders;
  private final ReleaseStore store = new InMemoryReleaseStore();

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
    Node.published(node.publish(Node.SECOND, 1));

    PublishResult back =
        node.publishing.rollBack(1, MIA).toCompletableFuture().join().orElseThrow();

    Publication third = Node.published(back);
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

    Node.published(node.publish(Node.SECOND, 2));
    assertThat(node.live.behind()).isEmpty();
  }

  @Test
  void an_old_release_is_found_on_a_node_that_never_had_it_live() throws IOException {
    Node one = node("one");
    String id = one.active.current().id();
    Node.published(one.publish(Node.SECOND, 1));
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

    assertThat(Node.published(result).origin()).isEqualTo(Origin.DRAFT);
    assertThat(node.active.current().hash()).isEqualTo(draft.files().hash());
  }

  private Node node(String name) throws IOException {
    return Node.start(store, folders.resolve(name), folders.resolve(name + "-data"));
  }
}
