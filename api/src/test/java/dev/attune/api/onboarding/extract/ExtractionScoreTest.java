package dev.attune.api.onboarding.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds what {@code attune extract} reaches on labelled conversations of our own. The misses of
 * {@code own-check} and {@code own-wide} were read while rules were written, those of {@code
 * own-blind} for long only for one half of its conversations, and those of {@code own-held} only
 * after the rules were. Those of {@code own-short} and of {@code own-chatty}, whose writers
 * digress, were read once. {@code own-traps} is full of denials, of other people, of past jobs, of
 * quotations and of corrections, and was read while rules were written, as was {@code own-plain}.
 * Those of {@code own-unseen} nobody has read: it says what to expect of strangers, and is to stay
 * unread. {@code own-fresh} holds single messages, hard on purpose, of which role, industry and
 * goals are labelled; it is a fifth of what the same writers wrote, the rest is learned from.
 */
class ExtractionScoreTest {
  private static final Path OWN = Path.of("src/test/resources/onboarding");

  @TempDir Path folder;

  @Test
  void conversations_it_was_improved_on_are_read_as_well_as_promised() {
    Score score = score(OWN.resolve("own-check.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.9);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.94);
    assertThat(score.falseRole()).as("%s", score).isLessThanOrEqualTo(0.01);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.95);
    assertThat(score.goalsF1()).as("%s", score).isGreaterThanOrEqualTo(0.84);
    assertThat(score.kind("indirect")).as("%s", score).isGreaterThanOrEqualTo(0.55);
    assertThat(score.kind("correction")).as("%s", score).isGreaterThanOrEqualTo(0.85);
    assertThat(score.kind("other_language")).as("%s", score).isGreaterThanOrEqualTo(0.65);
    assertThat(score.declined()).as("%s", score).isEqualTo(1, within(0.001));
    assertThat(score.forbidden()).isEmpty();
  }

  @Test
  void many_ways_to_say_little_are_read_as_well_as_promised() {
    Score score = score(OWN.resolve("own-wide.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.94);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.94);
    assertThat(score.falseRole()).as("%s", score).isLessThanOrEqualTo(0.01);
    assertThat(score.kind("numbers")).as("%s", score).isGreaterThanOrEqualTo(0.9);
    assertThat(score.kind("other_language")).as("%s", score).isGreaterThanOrEqualTo(0.8);
    assertThat(score.declined()).as("%s", score).isEqualTo(1, within(0.001));
    assertThat(score.forbidden()).isEmpty();
  }

  @Test
  void conversations_held_back_while_rules_were_written_are_read_as_well() {
    Score score = score(OWN.resolve("own-held.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.87);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.96);
    assertThat(score.declined()).as("%s", score).isEqualTo(1, within(0.001));
  }

  @Test
  void the_right_role_and_industry_are_filled_or_offered() {
    Score score = score(OWN.resolve("own-check.jsonl"));
    assertThat(score.roleReached()).as("%s", score).isGreaterThanOrEqualTo(0.95);
    assertThat(score.industryReached()).as("%s", score).isGreaterThanOrEqualTo(0.96);
  }

  @Test
  void without_the_encoder_most_conversations_are_still_read_right() {
    Score score = score(OWN.resolve("own-check.jsonl"), "--lexicon-only");
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.74);
    assertThat(score.forbidden()).isEmpty();
  }

  @Test
  void conversations_of_which_half_was_long_left_unread_keep_their_level() {
    Score score = score(OWN.resolve("own-blind.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.78);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.91);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.94);
    assertThat(score.forbidden()).as("%s", score).isEmpty();
  }

  @Test
  void conversations_nobody_has_read_keep_their_level() {
    Score score = score(OWN.resolve("own-unseen.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.84);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.94);
    assertThat(score.falseRole()).as("%s", score).isLessThanOrEqualTo(0.01);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.97);
    assertThat(score.goalsF1()).as("%s", score).isGreaterThanOrEqualTo(0.86);
    assertThat(score.goalsPrecision()).as("%s", score).isGreaterThanOrEqualTo(0.9);
    assertThat(score.declined()).as("%s", score).isEqualTo(1, within(0.001));
  }

  @Test
  void people_who_digress_are_read_at_the_level_reached() {
    Score score = score(OWN.resolve("own-chatty.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.84);
    assertThat(score.forbidden()).as("%s", score).hasSizeLessThanOrEqualTo(1);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.93);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.93);
    assertThat(score.goalsF1()).as("%s", score).isGreaterThanOrEqualTo(0.89);
    assertThat(score.declined()).as("%s", score).isEqualTo(1, within(0.001));
  }

  @Test
  void people_who_say_little_are_read_as_well_as_promised() {
    Score score = score(OWN.resolve("own-short.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.87);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.95);
    assertThat(score.falseRole()).as("%s", score).isLessThanOrEqualTo(0.01);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.95);
    assertThat(score.declined()).as("%s", score).isEqualTo(1, within(0.001));
    assertThat(score.forbidden()).as("%s", score).isEmpty();
  }

  @Test
  void people_who_deny_quote_and_correct_are_read_at_the_level_reached() {
    Score score = score(OWN.resolve("own-traps.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.88);
    assertThat(score.kind("correction")).as("%s", score).isGreaterThanOrEqualTo(0.85);
    assertThat(score.forbidden()).as("%s", score).isEmpty();
  }

  @Test
  void plain_people_are_read_as_well_as_promised() {
    Score score = score(OWN.resolve("own-plain.jsonl"));
    assertThat(score.joint()).as("%s", score).isGreaterThanOrEqualTo(0.96);
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.98);
    assertThat(score.falseRole()).as("%s", score).isLessThanOrEqualTo(0.01);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.98);
    assertThat(score.goalsF1()).as("%s", score).isGreaterThanOrEqualTo(0.95);
    assertThat(score.declined()).as("%s", score).isEqualTo(1, within(0.001));
    assertThat(score.forbidden()).as("%s", score).isEmpty();
  }

  @Test
  void hard_messages_kept_apart_from_those_it_learned_of_keep_their_level() {
    Score score = score(OWN.resolve("own-fresh.jsonl"));
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.79);
    assertThat(score.falseRole()).as("%s", score).isLessThanOrEqualTo(0.01);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.81);
    assertThat(score.goalsF1()).as("%s", score).isGreaterThanOrEqualTo(0.77);
    assertThat(score.goalsPrecision()).as("%s", score).isGreaterThanOrEqualTo(0.89);
  }

  @Test
  void hard_messages_are_read_by_their_words_alone() {
    Score score = score(OWN.resolve("own-fresh.jsonl"), "--lexicon-only");
    assertThat(score.role()).as("%s", score).isGreaterThanOrEqualTo(0.74);
    assertThat(score.falseRole()).as("%s", score).isLessThanOrEqualTo(0.03);
    assertThat(score.industry()).as("%s", score).isGreaterThanOrEqualTo(0.77);
    assertThat(score.goalsF1()).as("%s", score).isGreaterThanOrEqualTo(0.67);
  }

  private Score score(Path conversations, String... options) {
    return Scoring.of(conversations, folder, options);
  }
}
