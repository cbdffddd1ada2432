package dev.attune.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.event.Undeclared.Name;
import dev.attune.engine.event.Undeclared.Part;
import dev.attune.engine.fact.PersonId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every count of undeclared names does. */
public abstract class UndeclaredContract {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static final PersonId ANA = PersonId.user("ana");
  private static final PersonId BEN = PersonId.user("ben");

  protected abstract Undeclared undeclared();

  @Test
  void a_name_is_listed_as_soon_as_it_was_seen() {
    undeclared().seen(Part.EVENT, "doc.edited", ANA, NOW);

    assertThat(names()).containsExactly(new Name(Part.EVENT, "doc.edited", 1, NOW));
  }

  @Test
  void the_most_frequent_name_comes_first_with_the_last_time_it_was_seen() {
    undeclared().seen(Part.EVENT, "doc.edited", ANA, NOW);
    undeclared().seen(Part.TRAIT, "job title", ANA, NOW);
    assertThat(names()).hasSize(2);
    undeclared().seen(Part.TRAIT, "job title", ANA, NOW.plusSeconds(60));

    assertThat(names().get(0)).isEqualTo(new Name(Part.TRAIT, "job title", 2, NOW.plusSeconds(60)));
  }

  @Test
  void no_more_than_1000_names_are_kept() {
    for (int i = 0; i < 1_200; i++) undeclared().seen(Part.EVENT, "name " + i, ANA, NOW);

    assertThat(names()).hasSize(1_000);
  }

  @Test
  void a_name_that_only_an_erased_person_sent_is_forgotten() {
    undeclared().seen(Part.EVENT, "opened letter from Ana", ANA, NOW);
    undeclared().seen(Part.EVENT, "doc.edited", ANA, NOW);
    undeclared().seen(Part.EVENT, "doc.edited", BEN, NOW);

    undeclared().forget(ANA).toCompletableFuture().join();

    assertThat(names()).extracting(Name::name).containsExactly("doc.edited");
    undeclared().forget(BEN).toCompletableFuture().join();
    assertThat(names()).isEmpty();
  }

  @Test
  void a_name_that_many_people_sent_says_nothing_about_any_of_them() {
    for (int i = 0; i <= Undeclared.SENDERS; i++)
      undeclared().seen(Part.TRAIT, "shoeSize", PersonId.user("u" + i), NOW);

    for (int i = 0; i <= Undeclared.SENDERS; i++)
      undeclared().forget(PersonId.user("u" + i)).toCompletableFuture().join();

    assertThat(names()).hasSize(1);
  }

  private List<Name> names() {
    return undeclared().names().toCompletableFuture().join();
  }
}
