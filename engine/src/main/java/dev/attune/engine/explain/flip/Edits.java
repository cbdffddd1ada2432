package dev.attune.engine.explain.flip;

import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.rule.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every edit that could matter, by the key of what it changes. Used by one thread. */
final class Edits {
  private static final String ENCOUNTER = "encounter.";

  private final Situation situation;
  private final ProfileEdits profile;
  private final EventEdits events;
  private final ItemEdits items;
  private final EncounterEdits encounters;
  private final AccountEdits account;
  private final Map<String, List<Edit>> byKey = new HashMap<>();
  private final Map<String, String> origins = new HashMap<>();

  Edits(Situation situation, Content content, Bounds bounds) {
    this.situation = situation;
    this.profile = new ProfileEdits(situation, content.vocabulary(), bounds);
    this.events = new EventEdits(situation, content.vocabulary(), bounds);
    this.items = new ItemEdits(situation, bounds);
    this.encounters = new EncounterEdits(situation, content, bounds);
    this.account = new AccountEdits(situation);
  }

  List<Edit> of(Set<String> keys) {
    List<Edit> edits = new ArrayList<>();
    for (String key : keys) {
      if (key.equals(Keys.EVERY_ENCOUNTER)) met().forEach(each -> edits.addAll(one(each)));
      else edits.addAll(one(key));
      if (key.startsWith(ENCOUNTER)) aboutItems(key).forEach(each -> edits.addAll(one(each)));
    }
    return edits;
  }

  /** The edits of one key. */
  List<Edit> one(String key) {
    return byKey.computeIfAbsent(
        key,
        unseen -> {
          List<Edit> edits = of(unseen);
          edits.forEach(edit -> origins.put(edit.key(), unseen));
          return edits;
        });
  }

  /** The key that an edit came from; an item's own key is part of its kind's. */
  String origin(Edit edit) {
    return origins.getOrDefault(edit.key(), edit.key());
  }

  private List<String> met() {
    return situation.known().encounters().keySet().stream().map(met -> ENCOUNTER + met).toList();
  }

  /** How an action that stands for each item has met the person about each of them. */
  private List<String> aboutItems(String key) {
    return situation.known().encounters().keySet().stream()
        .filter(met -> ActionKey.item(met) != null)
        .map(met -> ENCOUNTER + met)
        .filter(met -> ActionKey.action(met).equals(key))
        .toList();
  }

  /** The keys of all showings that cost attention. */
  Set<String> attention() {
    Set<String> keys = new LinkedHashSet<>();
    situation
        .known()
        .attention()
        .spent()
        .forEach(one -> keys.add("attention." + one.action() + "@" + one.at()));
    situation
        .known()
        .attention()
        .reserved()
        .forEach(one -> keys.add("attention." + one.action() + "@" + one.id()));
    return keys;
  }

  private List<Edit> of(String key) {
    String name = key.substring(key.indexOf('.') + 1);
    return switch (key.substring(0, key.indexOf('.'))) {
      case "profile" -> profile.ofProfile(key, name);
      case "visit" -> profile.ofVisit(key, name);
      case "event" -> events.of(key, name);
      case "item" -> items.of(key, name);
      case "encounter" -> encounters.of(key, name);
      case "consent" -> account.consent(key, name);
      default -> account.attention(key, name);
    };
  }
}
