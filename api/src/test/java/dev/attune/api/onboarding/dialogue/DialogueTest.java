package dev.attune.api.onboarding.dialogue;

import static dev.attune.api.onboarding.dialogue.Heard.NOW;
import static dev.attune.api.onboarding.dialogue.Heard.declared;
import static dev.attune.api.onboarding.dialogue.Heard.said;
import static dev.attune.api.onboarding.dialogue.Heard.sure;
import static dev.attune.api.onboarding.dialogue.Heard.unsure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.onboarding.dialogue.Slot.Declined;
import dev.attune.api.onboarding.dialogue.Slot.Open;
import dev.attune.engine.fact.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a conversation asks, notes, lets go and takes back. {@link DoubtTest} has what it doubts.
 */
class DialogueTest {
  private final Dialogue dialogue = new Dialogue(Fields.ALL);
  private final Step greeted =
      dialogue.begin(Conversation.start("s", PersonId.user("ana")), Map.of(), Set.of(), NOW);

  @Test
  void the_first_question_is_about_the_field_declared_first_with_three_values_to_press() {
    assertThat(greeted.intent())
        .isEqualTo(
            new Intent.Ask(
                "role",
                false,
                List.of(
                    new Offer("marketer", "Marketer"),
                    new Offer("sales", "Sales"),
                    new Offer("student", "Student"))));
  }

  @Test
  void a_field_without_a_question_is_no_part_of_the_conversation() {
    assertThat(dialogue.fields()).doesNotContainKey("plan");
  }

  @Test
  void several_facts_of_one_message_are_noted_and_none_of_them_is_asked() {
    Step step =
        dialogue.hear(
            greeted.next(),
            said(Map.of("role", sure("marketer"), "goals", sure(Set.of("run_campaigns")))));

    assertThat(step.changes()).extracting(Change::field).containsExactly("role", "goals");
    assertThat(step.intent()).isInstanceOf(Intent.Ask.class);
    assertThat(step.next().asking()).isEqualTo("industry");
  }

  @Test
  void what_was_not_understood_is_asked_once_more_in_other_words_and_then_left() {
    Step again = dialogue.hear(greeted.next(), Findings.NOTHING);
    Step left = dialogue.hear(again.next(), Findings.NOTHING);

    assertThat(again.understood()).isFalse();
    assertThat(((Intent.Ask) again.intent()).again()).isTrue();
    assertThat(left.next().asking()).isEqualTo("goals");
  }

  @Test
  void a_declined_field_is_never_asked_again_and_a_guess_does_not_reopen_it() {
    Step skipped = dialogue.move(greeted.next(), new Move.Skip(null), NOW);
    Step guessed = dialogue.hear(skipped.next(), said(Map.of("role", unsure("sales"))));
    List<String> asked = answerNothingUntilRecap(guessed);

    assertThat(skipped.next().slot("role")).isInstanceOf(Declined.class);
    assertThat(asked).doesNotContain("role");
  }

  @Test
  void at_most_six_questions_are_asked() {
    List<String> asked = answerNothingUntilRecap(greeted);

    assertThat(asked).hasSize(6);
  }

  @Test
  void a_correction_in_words_replaces_the_value_and_names_what_it_replaced() {
    Step first = dialogue.hear(greeted.next(), said(Map.of("role", sure("marketer"))));
    Step corrected = dialogue.hear(first.next(), said(Map.of("role", sure("sales"))));

    assertThat(corrected.changes())
        .containsExactly(new Change("role", sure("marketer"), sure("sales")));
  }

  @Test
  void a_removed_value_is_gone_and_its_field_is_not_asked_again() {
    Step first = dialogue.hear(greeted.next(), said(Map.of("role", sure("marketer"))));
    Step removed = dialogue.move(first.next(), new Move.Remove("role"), NOW);

    assertThat(removed.changes()).containsExactly(new Change("role", sure("marketer"), null));
    assertThat(answerNothingUntilRecap(removed)).doesNotContain("role");
  }

  @Test
  void undo_brings_the_previous_value_back() {
    Step first = dialogue.hear(greeted.next(), said(Map.of("role", sure("marketer"))));
    Step corrected = dialogue.hear(first.next(), said(Map.of("role", sure("sales"))));
    Step undone = dialogue.move(corrected.next(), new Move.Undo(), NOW);

    assertThat(undone.next().slot("role").noted()).contains(sure("marketer"));
  }

  @Test
  void a_button_about_another_field_leaves_the_question_open_and_does_not_count() {
    Step chosen = dialogue.move(greeted.next(), new Move.Choose("industry", "finance"), NOW);

    assertThat(chosen.next().asking()).isEqualTo("role");
    assertThat(chosen.next().questions()).isEqualTo(1);
  }

  @Test
  void one_more_goal_joins_those_noted_already() {
    Step one = dialogue.move(greeted.next(), new Move.Choose("goals", "reporting"), NOW);
    Step two = dialogue.move(one.next(), new Move.Choose("goals", "plan_roadmap"), NOW);

    assertThat(two.next().slot("goals").noted().orElseThrow().value())
        .isEqualTo(Set.of("reporting", "plan_roadmap"));
  }

  @Test
  void why_is_answered_about_the_open_question_which_stays_open() {
    Step why = dialogue.move(greeted.next(), new Move.Why(), NOW);

    assertThat(why.intent()).isInstanceOf(Intent.Explain.class);
    assertThat(why.next().asking()).isEqualTo("role");
    assertThat(why.next().questions()).isEqualTo(1);
  }

  @Test
  void a_conversation_put_off_goes_on_with_what_is_still_open() {
    Step first = dialogue.hear(greeted.next(), said(Map.of("role", sure("marketer"))));
    Step later = dialogue.move(first.next(), new Move.Later(), NOW);
    Step resumed =
        dialogue.begin(later.next(), declared("marketer", NOW), Set.of(), NOW.plusSeconds(60));

    assertThat(later.intent()).isEqualTo(new Intent.Pause());
    assertThat(resumed.next().asking()).isEqualTo("goals");
  }

  @Test
  void a_yes_ends_a_recap_and_a_no_asks_what_to_change() {
    Step first = dialogue.hear(greeted.next(), said(Map.of("role", sure("marketer"))));
    Step recap = dialogue.move(first.next(), new Move.ShowNoted(), NOW);

    assertThat(dialogue.takes(first.next(), new Move.Agree("yes"))).isFalse();
    assertThat(dialogue.move(recap.next(), new Move.Agree("yes"), NOW).intent())
        .isEqualTo(new Intent.Farewell());
    assertThat(dialogue.move(recap.next(), new Move.Disagree(), NOW).intent())
        .isEqualTo(new Intent.Amend());
  }

  @Test
  void a_value_written_as_it_is_shown_is_noted_with_the_words_written() {
    Step named = dialogue.move(greeted.next(), new Move.Name("role", "sales", "SALES"), NOW);

    Noted noted = named.next().slot("role").noted().orElseThrow();
    assertThat(noted.value()).isEqualTo("sales");
    assertThat(noted.quote()).isEqualTo("SALES");
    assertThat(noted.method()).isEqualTo("named");
  }

  @Test
  void an_offered_value_can_be_picked_by_its_place() {
    Step picked = dialogue.move(greeted.next(), new Move.Pick(1), NOW);

    assertThat(picked.next().slot("role").noted().orElseThrow().value()).isEqualTo("sales");
    assertThat(dialogue.takes(greeted.next(), new Move.Pick(3))).isFalse();
  }

  @Test
  void everything_can_be_forgotten_at_once_and_brought_back() {
    Step first =
        dialogue.hear(
            greeted.next(),
            said(Map.of("role", sure("marketer"), "goals", sure(Set.of("run_campaigns")))));
    Step empty = dialogue.move(first.next(), new Move.Forget(), NOW);
    Step back = dialogue.move(empty.next(), new Move.Undo(), NOW);

    assertThat(empty.next().noted()).isEmpty();
    assertThat(empty.changes()).extracting(Change::now).containsOnlyNulls();
    assertThat(empty.intent()).isEqualTo(new Intent.Recap());
    assertThat(back.next().noted()).containsOnlyKeys("role", "goals");
  }

  @Test
  void likely_values_stay_likely_while_the_question_stays_open() {
    Offer student = new Offer("student", "Student");
    Findings likely =
        new Findings(
            Map.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of("role", List.of(student)));
    Step asked = dialogue.hear(greeted.next(), likely);
    Step why = dialogue.move(asked.next(), new Move.Why(), NOW);

    assertThat(((Intent.Explain) why.intent()).offers()).startsWith(student);
  }

  @Test
  void a_value_removed_elsewhere_is_open_again() {
    Step first = dialogue.hear(greeted.next(), said(Map.of("role", sure("marketer"))));
    Step resumed = dialogue.begin(first.next(), Map.of(), Set.of(), NOW);

    assertThat(resumed.next().slot("role")).isEqualTo(new Open(1));
  }

  private List<String> answerNothingUntilRecap(Step from) {
    List<String> asked = new ArrayList<>();
    Step step = from;
    while (!(step.intent() instanceof Intent.Recap)) {
      asked.add(step.next().asking());
      step = dialogue.hear(step.next(), Findings.NOTHING);
    }
    return asked;
  }
}
