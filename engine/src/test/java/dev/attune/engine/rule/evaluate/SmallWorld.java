package dev.attune.engine.rule.evaluate;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.ActionClass;
import dev.attune.engine.action.Cap;
import dev.attune.engine.action.CoolDown;
import dev.attune.engine.action.Holdout;
import dev.attune.engine.action.Kind;
import dev.attune.engine.action.Ladder;
import dev.attune.engine.action.Placement;
import dev.attune.engine.action.Placements;
import dev.attune.engine.action.Prior;
import dev.attune.engine.action.Ranking;
import dev.attune.engine.action.Window;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.UseCase;
import dev.attune.engine.text.Place;
import dev.attune.engine.vocabulary.EventType;
import dev.attune.engine.vocabulary.FeatureType;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import dev.attune.engine.vocabulary.ItemType;
import dev.attune.engine.vocabulary.Purpose;
import dev.attune.engine.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A vocabulary and cards small enough for facts to meet rules by chance. */
public final class SmallWorld {
  public static final Place HERE = new Place("small/rules.drl", 1, 1);
  public static final List<String> PLACEMENTS = List.of("home", "sidebar", "email");
  static final List<String> ROLES = List.of("marketer", "engineer", "student");
  static final List<String> GOALS = List.of("reporting", "planning");
  static final List<String> PAGES = List.of("home", "editor");
  static final List<String> EVENTS = List.of("created", "edited", "shared", "published");
  static final List<String> FEATURES = List.of("tone", "tables");
  static final List<String> ITEMS = List.of("draft", "report");
  static final List<String> ACTIONS = List.of("a1", "a2", "a3");
  static final List<String> SEGMENTS = List.of("new", "active", "busy", "lost");

  private SmallWorld() {}

  public static Content content(String hash, List<UseCase> useCases) {
    Map<String, ActionCard> cards = new LinkedHashMap<>();
    for (int i = 0; i < ACTIONS.size(); i++) {
      cards.put(ACTIONS.get(i), card(ACTIONS.get(i), PLACEMENTS.get(i % PLACEMENTS.size())));
    }
    Map<String, Placement> placements = new LinkedHashMap<>();
    PLACEMENTS.forEach(
        id ->
            placements.put(
                id,
                new Placement(
                    id,
                    2,
                    Set.of(Kind.NUDGE),
                    false,
                    false,
                    Ranking.BY_SCORE,
                    List.of(),
                    null,
                    HERE)));
    return new Content(
        vocabulary(),
        new Placements(placements, List.of(), null, Holdout.NOBODY),
        cards,
        useCases,
        hash);
  }

  public static Vocabulary vocabulary() {
    Map<String, Field> profile = new LinkedHashMap<>();
    profile.put("role", field("role", FieldType.ONE_OF, ROLES));
    profile.put("goals", field("goals", FieldType.MANY_OF, GOALS));
    profile.put("age", field("age", FieldType.NUMBER, List.of()));
    profile.put("seats", field("seats", FieldType.NUMBER, List.of()));
    profile.put("beta", field("beta", FieldType.FLAG, List.of()));
    profile.put("trialEnds", field("trialEnds", FieldType.DATE, List.of()));
    profile.put("note", field("note", FieldType.TEXT, List.of()));
    Map<String, Field> visit = new LinkedHashMap<>();
    visit.put("page", field("page", FieldType.ONE_OF, PAGES));
    visit.put("width", field("width", FieldType.NUMBER, List.of()));
    Map<String, EventType> events = new LinkedHashMap<>();
    EVENTS.forEach(name -> events.put(name, new EventType(name, HERE)));
    Map<String, FeatureType> features = new LinkedHashMap<>();
    FEATURES.forEach(
        name -> features.put(name, new FeatureType(name, "edited", null, false, null, HERE)));
    Map<String, ItemType> items = new LinkedHashMap<>();
    ITEMS.forEach(
        kind ->
            items.put(
                kind, new ItemType(kind, "id", null, Set.of("created"), Set.of(), Set.of(), HERE)));
    return new Vocabulary(profile, visit, events, features, items);
  }

  private static Field field(String name, FieldType type, List<String> values) {
    return new Field(name, type, values, name, null, Purpose.SERVICE, null, true, HERE);
  }

  private static ActionCard card(String id, String placement) {
    return new ActionCard(
        id,
        "small",
        Kind.NUDGE,
        List.of(placement),
        ActionClass.EDUCATIONAL,
        null,
        Set.of(),
        50,
        1,
        Purpose.SERVICE,
        true,
        Window.ALWAYS,
        Cap.NONE,
        CoolDown.NONE,
        Ladder.STANDARD,
        Prior.UNKNOWN,
        Set.of(),
        null,
        false,
        Map.of(),
        HERE,
        Map.of());
  }
}
