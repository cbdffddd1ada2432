package dev.attune.engine.publish.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.Publication;
import dev.attune.engine.publish.PublishResult;
import dev.attune.engine.publish.PublishResult.Published;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.publish.ReleaseStore;
import dev.attune.engine.publish.Signature;
import dev.attune.engine.publish.check.DraftChecker;
import dev.attune.engine.publish.check.DraftChecks;
import dev.attune.engine.rule.RulesText;
import dev.attune.engine.rule.compile.BuiltRules;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.live.ActiveRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A node without a network: its folder, its store, and everything between. */
final class Node {
  static final String FIRST = "Feature( name == \"tone\", !adopted )";
  static final String SECOND = "Feature( name == \"tone\", !adopted, uses == 0 )";
  static final String THIRD = "Feature( name == \"tone\", !adopted, missedOpportunities >= 0 )";
  static final String BROKEN = "Feature( name == \"tome\", !adopted )";
  static final String SCENARIOS = "features/scenarios.yaml";

  private static final BuiltRules BUILT = BuiltRules.in(Path.of("target", "built-nodes"));
  private static final ReleaseCompiler COMPILER = ReleaseCompiler.ofFolder(BUILT);
  private static final String PROOF =
      """
      people:
        ana: { features: { tone: { missedOpportunities: 3 } } }
      scenarios:
        - { name: who never used it is shown it, person: ana, at: sidebar, decides: { try-tone: has not tried it } }
        - name: who uses it is left alone
          person: ana
          given: { features: { tone: { adopted: true, uses: 2 } } }
          at: sidebar
          decides: {}
      """;

  final ActiveRelease active;
  final LiveReleases live;
  final OldReleases old;
  final PublishService publishing;
  private final ReleaseStore store;
  private final FolderReleases edits;
  private final Path folder;
  private final Path data;

  private Node(ReleaseStore store, Path folder, Path data) {
    this.store = store;
    this.folder = folder;
    this.data = data;
    Compiled first = (Compiled) COMPILER.compile(RulesText.read(RulesText.when(FIRST)));
    active = new ActiveRelease(first.release());
    RecentReleases recent = new RecentReleases();
    old = new OldReleases(store, COMPILER, recent, Runnable::run);
    live = new LiveReleases(store, old, active, BUILT, files -> {}, () -> Instant.EPOCH);
    DraftChecker ofFolder = new DraftChecker(COMPILER, DraftChecks.folder(() -> List::of));
    FolderMemory memory = new FolderMemory(data.resolve("folder-release"));
    edits = new FolderReleases(folder, ofFolder, store, live, active, memory);
    publishing =
        new PublishService(
            store,
            live,
            active,
            new DraftChecker(COMPILER, DraftChecks.called(() -> List::of)),
            new DraftChecker(COMPILER, List.of()),
            Runnable::run);
  }

  /** Begins with {@link #FIRST} in its folder. */
  static Node start(ReleaseStore store, Path folder, Path data) throws IOException {
    Node node = new Node(store, folder, data);
    node.ask();
    node.edit(FIRST);
    return node;
  }

  /** The same folder and data, another process. */
  Node restarted() {
    Node node = new Node(store, folder, data);
    node.ask();
    node.edits.edited();
    return node;
  }

  void ask() {
    live.follow();
    edits.reconsider();
  }

  void edit(String conditions) throws IOException {
    write(conditions);
    edited();
  }

  void edited() {
    edits.edited();
  }

  void write(String conditions) throws IOException {
    for (Map.Entry<String, byte[]> file : files(conditions).byPath().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  PublishResult publish(String conditions, long base) {
    return publishOnly(files(conditions), base);
  }

  PublishResult publishOnly(ReleaseFiles files, long base) {
    Draft draft = new Draft("d", 1, base, "mia", Instant.EPOCH, 0, files);
    return publishing
        .publish(draft, new Signature("mia", "", null, null))
        .toCompletableFuture()
        .join();
  }

  /** What went live with a result that has to be a release. */
  static Publication published(PublishResult result) {
    assertThat(result).isInstanceOf(Published.class);
    return ((Published) result).publication();
  }

  static ReleaseFiles files(String conditions) {
    return ReleaseFiles.of(RulesText.when(conditions)).with(SCENARIOS, PROOF.getBytes(UTF_8));
  }
}
