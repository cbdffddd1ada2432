package dev.attune.engine.rule.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.StoreUnreachable;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.RulesText;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltRulesTest {
  private static final Content CONTENT =
      RulesText.read(RulesText.when("Feature( name == \"tone\", !adopted )"));
  private static final Content OTHER =
      RulesText.read(RulesText.when("Feature( name == \"tone\", adopted )"));
  private static final String USE_CASE = CONTENT.useCases().get(0).name();

  @TempDir private Path data;
  private final SharedArchives shared = new InMemorySharedArchives();
  private final Counting builder = new Counting();

  @Test
  void what_one_node_built_and_handed_over_another_loads() {
    BuiltRules one = node("one", "secret");
    compile(one, CONTENT);
    one.handOver(CONTENT);

    CompileResult result = compile(node("two", "secret"), CONTENT);

    assertThat(result).isInstanceOf(Compiled.class);
    assertThat(builder.built).isEqualTo(1);
  }

  @Test
  void nothing_is_handed_over_that_is_only_checked() {
    compile(node("one", "secret"), CONTENT);

    assertThat(shared.find(USE_CASE).toCompletableFuture().join()).isEmpty();
  }

  @Test
  void what_was_sealed_with_another_secret_is_built_again() {
    BuiltRules one = node("one", "somebody else's");
    compile(one, CONTENT);
    one.handOver(CONTENT);

    compile(node("two", "secret"), CONTENT);

    assertThat(builder.built).isEqualTo(2);
  }

  @Test
  void what_was_changed_on_the_way_is_built_again() {
    BuiltRules one = node("one", "secret");
    compile(one, CONTENT);
    one.handOver(CONTENT);
    byte[] sealed = shared.find(USE_CASE).toCompletableFuture().join().orElseThrow();
    sealed[sealed.length / 2] ^= 1;

    compile(node("two", "secret"), CONTENT);

    assertThat(builder.built).isEqualTo(2);
  }

  @Test
  void what_was_built_from_other_rules_does_not_pass_for_these() {
    BuiltRules one = node("one", "secret");
    compile(one, OTHER);
    one.handOver(OTHER);

    compile(node("two", "secret"), CONTENT);

    assertThat(builder.built).isEqualTo(2);
  }

  @Test
  void what_is_no_archive_at_all_is_not_opened() {
    shared.offer(USE_CASE, new byte[] {1, 2, 3});

    assertThat(compile(node("two", "secret"), CONTENT)).isInstanceOf(Compiled.class);
  }

  @Test
  void a_store_that_is_away_costs_time_only() {
    BuiltRules node = BuiltRules.in(data.resolve("one")).sharedBy(new Away(), "secret");

    CompileResult result = compile(node, CONTENT);
    node.handOver(CONTENT);

    assertThat(result).isInstanceOf(Compiled.class);
  }

  private BuiltRules node(String name, String secret) {
    return BuiltRules.in(data.resolve(name)).sharedBy(shared, secret);
  }

  private CompileResult compile(BuiltRules built, Content content) {
    return new ReleaseCompiler(built, builder).compile(content);
  }

  private static final class Counting implements RuleBuilder {
    private final RuleBuilder builder = new InProcessBuilder();
    private int built;

    @Override
    public Outcome build(RuleSources sources, String key, Map<String, byte[]> factClasses) {
      built++;
      return builder.build(sources, key, factClasses);
    }
  }

  private static final class Away implements SharedArchives {
    @Override
    public CompletionStage<Void> offer(String useCase, byte[] sealed) {
      return CompletableFuture.failedStage(new StoreUnreachable("away"));
    }

    @Override
    public CompletionStage<Optional<byte[]>> find(String useCase) {
      return CompletableFuture.failedStage(new StoreUnreachable("away"));
    }
  }
}
