package dev.attune.api.onboarding.dialogue;

import static dev.attune.api.onboarding.dialogue.Heard.NOW;
import static dev.attune.api.onboarding.dialogue.Heard.declared;
import static dev.attune.api.onboarding.dialogue.Heard.said;
import static dev.attune.api.onboarding.dialogue.Heard.sure;
import static dev.attune.api.onboarding.dialogue.Heard.unsure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.onboarding.dialogue.Slot.Confirming;
import dev.attune.api.onboarding.dialogue.Slot.Filled;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is in doubt is asked back, and what an answer does with it. */
class DoubtTest {
  private final Dialogue dialogue = new Dialogue(Fields.ALL);
  private final Step greeted =
      dialogue.begin(Conversation.start("s", PersonId.user("ana")), Map.of(), Set.of(), NOW);

  @Test
  void an_unsure_value_is_asked_back_and_not_noted() {
    Step step = dialogue.hear(greeted.next(), said(Map.of("role", unsure("sales"))));

    assertThat(step.changes()).isEmpty();
    assertThat(step.next().slot("role")).isInstanceOf(Confirming.class);
    assertThat(step.intent()).isInstanceOf(Intent.Confirm.class);
    assertThat(((Intent.Confirm) step.intent()).offers())
        .hasSize(3)
        .startsWith(new Offer("sales", "Sales"));
  }

  @Test
  void disagreeing_readings_are_asked_and_not_guessed() {
    Findings disputed =
        new Findings(
            Map.of("role", sure("marketer")),
            Set.of("role"),
            Set.of(),
            Set.of(),
            Set.of(),
            Map.of(
                "role", List.of(new Offer("marketer", "Marketer"), new Offer("sales", "Sales"))));

    Step step = dialogue.hear(greeted.next(), disputed);

    assertThat(step.changes()).isEmpty();
    assertThat(((Intent.Confirm) step.intent()).doubt()).isEqualTo(Doubt.DISPUTED);
  }

  @Test
  void a_value_said_long_ago_is_asked_back_once_and_kept_when_the_person_skips() {
    Instant later = NOW.plus(Duration.ofDays(200));
    Conversation fresh = Conversation.start("s", PersonId.user("ana"));
    Step asked = dialogue.begin(fresh, declared("marketer", NOW), Set.of(), later);
    Step skipped = dialogue.move(asked.next(), new Move.Skip(null), later);
    Step next = dialogue.begin(skipped.next(), declared("marketer", NOW), Set.of(), later);

    assertThat(((Intent.Confirm) asked.intent()).doubt()).isEqualTo(Doubt.STALE);
    assertThat(skipped.changes()).isEmpty();
    assertThat(next.next().slot("role")).isInstanceOf(Filled.class);
    assertThat(next.next().asking()).isEqualTo("goals");
  }

  @Test
  void a_yes_keeps_a_value_said_long_ago_as_said_now_and_it_may_grow_old_again() {
    Instant later = NOW.plus(Duration.ofDays(200));
    Instant muchLater = later.plus(Duration.ofDays(200));
    Conversation fresh = Conversation.start("s", PersonId.user("ana"));
    Step asked = dialogue.begin(fresh, declared("marketer", NOW), Set.of(), later);
    Step kept = dialogue.move(asked.next(), new Move.Agree("yes, still"), later);
    Conversation done = dialogue.move(kept.next(), new Move.Finish(), later).next();
    Step soon = dialogue.begin(done, declared("marketer", later), Set.of(), later);
    Step old = dialogue.begin(done, declared("marketer", later), Set.of(), muchLater);

    Noted noted = kept.next().slot("role").noted().orElseThrow();
    assertThat(noted.value()).isEqualTo("marketer");
    assertThat(noted.at()).isEqualTo(later);
    assertThat(noted.quote()).isEqualTo("yes, still");
    assertThat(kept.changes()).hasSize(1);
    assertThat(soon.intent()).isEqualTo(new Intent.Recap());
    assertThat(((Intent.Confirm) old.intent()).doubt()).isEqualTo(Doubt.STALE);
  }

  @Test
  void a_no_takes_a_doubted_value_away_and_asks_openly() {
    Instant later = NOW.plus(Duration.ofDays(200));
    Conversation fresh = Conversation.start("s", PersonId.user("ana"));
    Step asked = dialogue.begin(fresh, declared("marketer", NOW), Set.of(), later);
    Step open = dialogue.move(asked.next(), new Move.Disagree(), later);

    assertThat(open.changes()).extracting(Change::now).containsExactly((Noted) null);
    assertThat(open.intent()).isInstanceOf(Intent.Ask.class);
    assertThat(open.next().asking()).isEqualTo("role");
  }

  @Test
  void a_yes_to_several_values_picks_none_of_them() {
    Step unsure = dialogue.hear(greeted.next(), said(Map.of("role", unsure("sales"))));
    Step yes = dialogue.move(unsure.next(), new Move.Agree("yes"), NOW);

    assertThat(yes.changes()).isEmpty();
    assertThat(yes.intent()).isEqualTo(unsure.intent());
  }

  @Test
  void a_value_that_behaviour_contradicts_is_asked_back_once_even_after_the_end() {
    Step first = dialogue.hear(greeted.next(), said(Map.of("role", sure("marketer"))));
    Step done = dialogue.move(first.next(), new Move.Finish(), NOW);
    Map<String, ProfileValue> known = declared("marketer", NOW);
    Step asked = dialogue.begin(done.next(), known, Set.of("role"), NOW);
    Step kept = dialogue.move(asked.next(), new Move.Choose("role", "marketer"), NOW);
    Step over = dialogue.move(kept.next(), new Move.Finish(), NOW);
    Step again = dialogue.begin(over.next(), known, Set.of("role"), NOW);

    assertThat(((Intent.Confirm) asked.intent()).doubt()).isEqualTo(Doubt.CONTRADICTED);
    assertThat(again.intent()).isEqualTo(new Intent.Recap());
  }
}
