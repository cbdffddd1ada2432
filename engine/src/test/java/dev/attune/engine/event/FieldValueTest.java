package dev.attune.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.text.Place;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import dev.attune.engine.vocabulary.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldValueTest {
  static Stream<@Nullable Object> otherThanGoals() {
    return Stream.of(
        null,
        "reporting",
        7L,
        List.of("reporting", "flying"),
        List.of("reporting", 7L),
        Arrays.asList("reporting", null));
  }

  @ParameterizedTest
  @MethodSource("otherThanGoals")
  void a_field_of_many_values_holds_nothing_else(@Nullable Object json) {
    assertThat(FieldValue.of(field(FieldType.MANY_OF), json)).isEmpty();
  }

  @Test
  void a_field_of_one_value_holds_no_list() {
    assertThat(FieldValue.of(field(FieldType.ONE_OF), List.of("reporting"))).isEmpty();
  }

  @Test
  void a_value_said_twice_is_held_once() {
    assertThat(FieldValue.of(field(FieldType.MANY_OF), List.of("reporting", "reporting")))
        .contains(Set.of("reporting"));
  }

  private static Field field(FieldType type) {
    return new Field(
        "goals",
        type,
        List.of("reporting", "planning"),
        "what you want",
        null,
        Purpose.PERSONALISATION,
        null,
        true,
        Place.of("vocabulary.yaml"));
  }
}
