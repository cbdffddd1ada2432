package dev.attune.api.onboarding.dialogue;

import dev.attune.engine.text.Place;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Duration;
import java.util.List;

/** A small vocabulary to talk about. */
public final class Fields {
  public static final Field ROLE =
      field(
          "role",
          FieldType.ONE_OF,
          List.of("marketer", "sales", "student", "designer"),
          "what you do",
          "What do you do?");
  public static final Field GOALS =
      field(
          "goals",
          FieldType.MANY_OF,
          List.of("plan_roadmap", "run_campaigns", "reporting"),
          "what you want to get done",
          "What do you want to get done first?");
  public static final Field INDUSTRY =
      field(
          "industry",
          FieldType.ONE_OF,
          List.of("finance", "education", "healthcare"),
          "the field you work in",
          "Which industry are you in?");
  public static final Field TEAM_SIZE =
      field(
          "teamSize",
          FieldType.NUMBER,
          List.of(),
          "how many people you work with",
          "How many people are on your team?");
  public static final Field PLAN =
      new Field(
          "plan",
          FieldType.ONE_OF,
          List.of("free", "pro"),
          "your plan",
          null,
          Purpose.SERVICE,
          null,
          true,
          Place.of("vocabulary.yaml"));

  public static final List<Field> ALL = List.of(ROLE, GOALS, INDUSTRY, TEAM_SIZE, PLAN);

  private Fields() {}

  private static Field field(
      String name, FieldType type, List<String> values, String label, String question) {
    return new Field(
        name,
        type,
        values,
        label,
        question,
        Purpose.PERSONALISATION,
        Duration.ofDays(180),
        true,
        Place.of("vocabulary.yaml"));
  }
}
