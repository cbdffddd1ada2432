package dev.attune.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.demo.DemoPerson.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPeopleTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  private final List<DemoPerson> people = DemoPeople.at(NOW);

  @Test
  void there_are_some_three_hundred_of_them_and_none_twice() {
    assertThat(people).hasSizeBetween(280, 350);
    assertThat(people).extracting(DemoPerson::id).doesNotHaveDuplicates();
  }

  @Test
  void the_same_moment_gives_the_same_people() {
    assertThat(DemoPeople.at(NOW)).isEqualTo(people);
  }

  @Test
  void they_move_with_the_clock() {
    List<DemoPerson> tomorrow = DemoPeople.at(NOW.plus(Duration.ofDays(1)));

    assertThat(trialEnd(people)).isEqualTo("2026-03-12");
    assertThat(trialEnd(tomorrow)).isEqualTo("2026-03-13");
  }

  @Test
  void nobody_did_anything_in_the_future_and_everything_is_in_order() {
    assertThat(people)
        .allSatisfy(
            person ->
                assertThat(person.deeds())
                    .isSortedAccordingTo(Comparator.comparing(Deed::at))
                    .allSatisfy(deed -> assertThat(deed.at()).isBefore(NOW)));
  }

  @Test
  void weeks_of_events_are_told() {
    assertThat(people.stream().mapToInt(person -> person.deeds().size()).sum())
        .isGreaterThan(5_000);
  }

  private static String trialEnd(List<DemoPerson> people) {
    return people.stream()
        .filter(each -> each.id().equals("ana"))
        .map(each -> String.valueOf(each.traits().get("trialEndsAt")))
        .findAny()
        .orElseThrow();
  }
}
