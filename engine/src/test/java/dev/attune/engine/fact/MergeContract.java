package dev.attune.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Change.Counted;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What every fact store does with two people who turn out to be one. */
public abstract class MergeContract extends StoreContract {
  @Test
  void what_a_visitor_did_before_and_does_after_belongs_to_the_user() {
    write(
        visitor,
        new Counted("tone.applied", ago(9)),
        learnt("role", "marketer", Source.DECLARED, 9));
    write(ana, new Counted("tone.applied", ago(8)));

    join(store().merge(visitor, ana));
    write(visitor, new Counted("tone.applied", ago(1)));

    assertThat(applied(ana).count()).isEqualTo(3);
    assertThat(applied(ana).first()).isEqualTo(ago(9));
    assertThat(value(load(ana), "role")).isEqualTo("marketer");
    assertThat(load(visitor)).isEqualTo(load(ana));
    assertThat(export(ana).merged()).containsExactly(visitor);
  }

  @Test
  void merging_again_changes_nothing() {
    write(visitor, new Counted("tone.applied", ago(9)));

    join(store().merge(visitor, ana));
    join(store().merge(visitor, ana));

    assertThat(applied(ana).count()).isEqualTo(1);
  }

  @Test
  void a_visitor_who_signs_up_is_that_user_from_then_on() {
    write(visitor, new Counted("tone.applied", ago(9)));

    join(store().join(visitor, ana));
    write(visitor, new Counted("tone.applied", ago(1)));

    assertThat(applied(ana).count()).isEqualTo(2);
    assertThat(load(visitor)).isEqualTo(load(ana));
  }

  @Test
  void two_users_of_one_device_stay_two_people() {
    PersonId ben = PersonId.user("ben-" + UUID.randomUUID());
    write(ana, learnt("role", "marketer", Source.DECLARED, 9));
    write(ben, learnt("role", "engineer", Source.DECLARED, 8));

    join(store().join(visitor, ana));
    join(store().join(visitor, ben));
    join(store().join(visitor, ana));

    assertThat(value(load(ana), "role")).isEqualTo("marketer");
    assertThat(value(load(ben), "role")).isEqualTo("engineer");
    assertThat(load(visitor)).isEqualTo(load(ana));
  }

  @Test
  void two_users_who_sign_in_on_one_device_at_the_same_time_stay_two_people() {
    PersonId ben = PersonId.user("ben-" + UUID.randomUUID());
    write(visitor, new Counted("tone.applied", ago(3)));

    CompletionStage<Void> one = store().join(visitor, ana);
    CompletionStage<Void> other = store().join(visitor, ben);
    join(one.thenCombine(other, (done, too) -> done));
    write(ana, learnt("role", "marketer", Source.DECLARED, 9));

    assertThat(load(ben).profile()).isEmpty();
    assertThat(load(ana).counters().size() + load(ben).counters().size()).isEqualTo(1);
  }

  @Test
  void a_message_of_the_visitor_repeated_after_the_merge_is_not_counted_again() {
    Write write = write("m1", new Counted("tone.applied", ago(9)));
    join(store().write(visitor, write));
    join(store().merge(visitor, ana));

    assertThat(join(store().write(visitor, write))).isEqualTo(Written.DUPLICATE);
    assertThat(join(store().write(ana, write))).isEqualTo(Written.DUPLICATE);
    assertThat(applied(ana).count()).isEqualTo(1);
  }

  @Test
  void merging_in_a_circle_keeps_one_person_with_everything() {
    PersonId ben = PersonId.user("ben-" + UUID.randomUUID());
    PersonId cleo = PersonId.user("cleo-" + UUID.randomUUID());
    for (PersonId each : List.of(ana, ben, cleo)) write(each, new Counted("tone.applied", ago(3)));

    join(store().merge(ana, ben));
    join(store().merge(ben, cleo));
    join(store().merge(cleo, ana));
    write(ana, new Counted("tone.applied", ago(1)));

    for (PersonId each : List.of(ana, ben, cleo)) assertThat(applied(each).count()).isEqualTo(4);
  }

  @Test
  void merges_in_a_circle_at_the_same_time_lose_nothing() {
    PersonId ben = PersonId.user("ben-" + UUID.randomUUID());
    for (PersonId each : List.of(ana, ben)) write(each, new Counted("tone.applied", ago(3)));

    CompletionStage<Void> one = store().merge(ana, ben);
    CompletionStage<Void> other = store().merge(ben, ana);
    join(one.thenCombine(other, (done, too) -> done));

    assertThat(applied(ana).count()).isEqualTo(2);
    assertThat(load(ben)).isEqualTo(load(ana));
  }
}
