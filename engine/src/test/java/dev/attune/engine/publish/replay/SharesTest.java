package dev.attune.engine.publish.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.publish.check.CheckResult;
import dev.attune.engine.publish.check.DraftChecker;
import dev.attune.engine.publish.check.DraftChecks;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The share of people each result must reach, judged when a draft is checked. */
class SharesTest {
  private static final ReleaseCompiler COMPILER =
      ReleaseCompiler.ofFolder(Path.of("target", "built-shares"));
  private static final String FIVE_PERCENT = ", smallest-share: 5%";

  private final Release live = TwoNudges.release(10, 5);
  private final Recorded lately = new Recorded();

  @Test
  void a_result_for_too_few_people_keeps_a_draft_back_and_names_the_rules_to_merge() {
    decideFor(6, 50);
    decideFor(144, 1);

    CheckResult result = check(FIVE_PERCENT);

    assertThat(lines(result))
        .singleElement()
        .asString()
        .startsWith("error placements.yaml:2:")
        .contains("4.00 % of people get result")
        .contains("its smallest share is 5.00 % (6 of 150 people: big-team)")
        .contains("Merge rule \"big team\" (nudges/nudges.drl:7:1)")
        .contains("with rule \"marketers\" (nudges/nudges.drl:15:1)");
  }

  @Test
  void a_result_for_enough_people_passes() {
    decideFor(50, 50);
    decideFor(100, 1);

    CheckResult result = check(FIVE_PERCENT);

    assertThat(lines(result)).isEmpty();
  }

  @Test
  void what_is_counted_is_the_draft_and_not_what_was_live() {
    decideFor(6, 50);
    decideFor(144, 8);
    ReleaseFiles lower = ReleaseFiles.of(TwoNudges.files(8, 5, FIVE_PERCENT));

    assertThat(lines(check(lower, lately::pages))).isEmpty();
  }

  @Test
  void somebody_who_asks_often_counts_once() {
    decideFor(6, 50);
    decideFor(144, 1);
    Known insistent = person(0, 50);
    for (int i = 0; i < 200; i++) lately.add(TwoNudges.decide(live, insistent));

    assertThat(lines(check(FIVE_PERCENT))).singleElement().asString().startsWith("error");
  }

  @Test
  void with_few_people_it_is_told_that_nothing_is_judged() {
    decideFor(1, 50);
    decideFor(30, 1);

    CheckResult result = check(FIVE_PERCENT);

    assertThat(lines(result))
        .singleElement()
        .asString()
        .startsWith("warning")
        .contains("not judged: only 31 people were decided for lately, and it takes 100");
  }

  @Test
  void records_that_cannot_be_read_keep_nothing_back() {
    RecordPages away =
        () -> {
          throw new IOException("away");
        };

    CheckResult result = check(files(FIVE_PERCENT), () -> away);

    assertThat(lines(result))
        .singleElement()
        .asString()
        .startsWith("warning")
        .contains("cannot be read");
  }

  private void decideFor(int people, int seats) {
    for (int i = 0; i < people; i++) lately.add(TwoNudges.decide(live, person(i, seats)));
  }

  private static Known person(int number, int seats) {
    Map<String, ProfileValue> profile = new HashMap<>();
    profile.put("role", declared("marketer"));
    profile.put("seats", declared((double) seats));
    return new Known(
        PersonId.user("person-" + number + "-" + seats),
        ZoneOffset.UTC,
        Consent.NONE,
        profile,
        Map.of(),
        Map.of(),
        Map.of(),
        Attention.UNTOUCHED);
  }

  private static ProfileValue declared(Object value) {
    return new ProfileValue(value, Provenance.of(Source.DECLARED, TwoNudges.NOW));
  }

  private static ReleaseFiles files(String more) {
    return ReleaseFiles.of(TwoNudges.files(10, 5, more));
  }

  private CheckResult check(String more) {
    return check(files(more), lately::pages);
  }

  private static CheckResult check(ReleaseFiles files, Supplier<RecordPages> lately) {
    return new DraftChecker(COMPILER, DraftChecks.called(lately)).check(files, null);
  }

  private static List<String> lines(CheckResult result) {
    return result.diagnostics().stream()
        .filter(each -> each.code().equals("smallest-share"))
        .map(each -> (each.isError() ? "error " : "warning ") + each)
        .toList();
  }
}
