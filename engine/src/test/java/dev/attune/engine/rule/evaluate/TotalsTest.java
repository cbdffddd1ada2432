package dev.attune.engine.rule.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.Candidate;
import dev.attune.engine.fact.Activity;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Item;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.RulesText;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TotalsTest {
  @Test
  void totals_may_read_every_pattern_of_their_source(@TempDir Path cache) {
    Map<String, byte[]> rules =
        RulesText.rules(
            """
            // Counts each draft once for every time something was created.
            rule "totals" when
                accumulate( Activity( event == "document.created", $times : count )
                            and Item( kind == "draft", $idle : hoursIdle );
                            $all : sum( $times ), $longest : max( $idle ); $all > 5 )
            then
                decisions.nudge( "try-tone" ).because( "made " + $all + ", idle " + $longest );
            end
            """);
    Release release =
        ((Compiled) ReleaseCompiler.ofFolder(cache).compile(RulesText.read(rules))).release();
    Facts facts =
        new Facts(
            PersonId.user("ana"),
            Instant.parse("2026-01-15T12:00:00Z"),
            ZoneOffset.UTC,
            Map.of(),
            List.of(new Activity("document.created", 3, 0, 0, 0, 0)),
            List.of(),
            List.of(draft("d1", 4), draft("d2", 9)),
            List.of());

    List<Candidate> candidates =
        release.evaluate(facts, VisitContext.EMPTY, Set.of("sidebar")).candidates();

    assertThat(release.mayBlock()).isFalse();
    assertThat(candidates).extracting(Candidate::because).containsExactly("made 6, idle 9");
  }

  private static Item draft(String id, int hoursIdle) {
    return new Item("draft", id, "Draft", "open", hoursIdle);
  }
}
