package dev.attune.engine.rule.evaluate;

import static dev.attune.engine.rule.evaluate.SmallWorld.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.RuleRef;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Derive;
import dev.attune.engine.rule.DrlFile;
import dev.attune.engine.rule.UseCase;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Variables;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.RuleDescr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionLaneTest {
  private static final Set<String> HOME = Set.of("home");

  @Test
  void segments_that_feed_each_other_are_settled_by_a_session(@TempDir Path cache) {
    UseCase circle =
        shared(
            derive("busy", segment("active")),
            derive("active", segment("busy")),
            derive("active", new Condition.Pattern(FactType.PROFILE, null, List.of(), HERE)));
    RandomFacts people = new RandomFacts(3);

    Release release =
        ((Compiled)
                ReleaseCompiler.ofFolder(cache)
                    .compile(SmallWorld.content("circle", List.of(circle))))
            .release();

    assertThat(release.mayBlock()).isTrue();
    assertThat(release.evaluate(people.person(), people.visit(), HOME).segments())
        .containsExactlyInAnyOrder("active", "busy");
  }

  private static UseCase shared(CheckedRule... rules) {
    List<CheckedRule> all = List.of(rules);
    String drl = Drl.of(UseCase.SHARED, all);
    return new UseCase(UseCase.SHARED, List.of(new DrlFile("shared/segments.drl", drl, all)));
  }

  private static CheckedRule derive(String segment, Condition when) {
    String name = segment + " when " + when.hashCode();
    return new CheckedRule(
        new RuleRef(UseCase.SHARED, name, "", HERE),
        new RuleDescr(name),
        List.of(when),
        new Variables(),
        List.of(new Derive(segment, HERE, HERE)));
  }

  private static Condition segment(String name) {
    Expression test =
        new Expression.Binary(
            "==", new Expression.Property("name", HERE), new Expression.Literal(name, HERE), HERE);
    Constraint constraint = new Constraint(Drl.of(test), null, test, HERE);
    return new Condition.Pattern(FactType.SEGMENT, null, List.of(constraint), HERE);
  }
}
