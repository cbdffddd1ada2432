package dev.attune.engine.publish.ceiling;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Placement;
import dev.attune.engine.publish.ceiling.Stage.Shown;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.evaluate.Release;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds every result a placement may produce, by making people up. For each rule it tries all
 * people that differ in what this rule reads, and keeps one for each way in which that matters;
 * these ways are then combined with one another until nothing new comes of it; last come people
 * drawn by lot, as a check on the search itself. Used by one thread.
 */
public final class Reach {
  /** Rules read ages and no times, so that people can be made up at any moment. */
  private static final Instant MOMENT = Instant.parse("2026-01-05T12:00:00Z");

  private static final int PEOPLE_PER_RULE = 10_000;
  private static final int COMBINED = 60_000;
  private static final int BY_LOT = 10_000;
  private static final int MOST_RESULTS = 1_000;

  private final Release release;
  private final Placement placement;
  private final Stage stage;
  private final Concerned concerned;
  private final Map<Experience, String> found = new TreeMap<>();
  private final Map<Set<String>, Map<String, Trait>> causes = new HashMap<>();
  private final Deque<Map<String, Trait>> open = new ArrayDeque<>();
  private int people;
  private int combined;
  private boolean cut;

  private Reach(Release release, Placement placement) {
    this.release = release;
    this.placement = placement;
    this.stage = new Stage(release, placement);
    this.concerned = new Concerned(release.content());
  }

  /**
   * What was found.
   *
   * @param results each with somebody who gets it, in words
   * @param people how many were made up
   * @param complete whether the search ended by itself, and not at a bound
   */
  public record Reached(Map<Experience, String> results, int people, boolean complete) {}

  /**
   * All results of a placement of a release, at whatever moment: publish windows open and close.
   */
  public static Reached of(Release release, Placement placement) {
    return new Reach(release, placement).search();
  }

  private Reached search() {
    found.put(Experience.fallback(placement.id()), "somebody of whom nothing is known");
    meet(Map.of());
    List<Map<String, Trait>> ways = ways();
    combine(ways);
    drawByLot();
    combine(ways);
    lookAtWindows();
    return new Reached(found, people, !cut);
  }

  /** One person for each way in which a rule, or its absence, matters. */
  private List<Map<String, Trait>> ways() {
    List<Map<String, Trait>> ways = new ArrayList<>();
    for (CheckedRule rule : concerned.proposing(placement)) {
      Map<String, List<Trait>> traits =
          Traits.of(concerned.withSegments(rule), release.content(), MOMENT);
      Map<Set<String>, Map<String, Trait>> distinct = new HashMap<>();
      for (Map<String, Trait> person : everybody(traits)) {
        Shown shown = meet(person);
        distinct.merge(shown.cause(), person, Reach::plainer);
      }
      ways.addAll(distinct.values());
    }
    return List.copyOf(new LinkedHashSet<>(ways));
  }

  private static Map<String, Trait> plainer(Map<String, Trait> one, Map<String, Trait> other) {
    return other.size() < one.size() ? other : one;
  }

  /** All combinations of traits, or as many by lot as there may be. */
  private List<Map<String, Trait>> everybody(Map<String, List<Trait>> traits) {
    long size = 1;
    for (List<Trait> each : traits.values())
      size = Math.min(Long.MAX_VALUE / 1_000, size * (each.size() + 1));
    if (size > PEOPLE_PER_RULE) {
      Random lot = new Random(traits.size());
      List<Map<String, Trait>> some = new ArrayList<>();
      for (int i = 0; i < PEOPLE_PER_RULE; i++) some.add(drawn(traits, lot));
      return some;
    }
    List<Map<String, Trait>> all = new ArrayList<>(List.of(Map.of()));
    for (List<Trait> each : traits.values()) {
      List<Map<String, Trait>> more = new ArrayList<>(all);
      for (Map<String, Trait> person : all) {
        for (Trait trait : each) more.add(with(person, List.of(trait)));
      }
      all = more;
    }
    return all;
  }

  private static Map<String, Trait> with(Map<String, Trait> person, Collection<Trait> traits) {
    Map<String, Trait> other = new TreeMap<>(person);
    for (Trait trait : traits) other.put(trait.key(), trait);
    return other;
  }

  private static Map<String, Trait> drawn(Map<String, List<Trait>> traits, Random lot) {
    Map<String, Trait> person = new TreeMap<>();
    for (List<Trait> each : traits.values()) {
      int which = lot.nextInt(each.size() + 1);
      if (which == each.size()) continue;
      person.put(each.get(which).key(), each.get(which));
    }
    return person;
  }

  /** Lays every way over every person that led to something new, until nothing new comes. */
  private void combine(List<Map<String, Trait>> ways) {
    while (!open.isEmpty()) {
      Map<String, Trait> person = open.remove();
      for (Map<String, Trait> way : ways) {
        if (combined >= COMBINED || found.size() > MOST_RESULTS) {
          cut = true;
          open.clear();
          return;
        }
        combined += 2;
        meet(with(person, way.values()));
        meet(with(way, person.values()));
      }
    }
  }

  private void drawByLot() {
    Set<CheckedRule> rules = new LinkedHashSet<>();
    for (CheckedRule rule : concerned.proposing(placement))
      rules.addAll(concerned.withSegments(rule));
    Map<String, List<Trait>> traits = Traits.of(rules, release.content(), MOMENT);
    Random lot = new Random(1);
    for (int i = 0; i < BY_LOT && found.size() <= MOST_RESULTS; i++) meet(drawn(traits, lot));
  }

  private Shown meet(Map<String, Trait> person) {
    people++;
    Somebody somebody = Somebody.with(person.values());
    Shown shown = stage.show(somebody.known(), somebody.visit(), MOMENT);
    found.putIfAbsent(shown.experience(), told(person));
    if (causes.putIfAbsent(shown.cause(), person) == null) open.add(person);
    return shown;
  }

  private void lookAtWindows() {
    Set<Instant> edges = new TreeSet<>();
    for (ActionCard card : release.content().cards().values()) {
      if (!card.placements().contains(placement.id())) continue;
      addEdge(card.window().from(), edges);
      addEdge(card.window().until(), edges);
    }
    List<Map<String, Trait>> everybody = List.copyOf(causes.values());
    for (Instant edge : edges) {
      for (Map<String, Trait> person : everybody) {
        Somebody somebody = Somebody.with(person.values());
        Shown shown = stage.show(somebody.known(), somebody.visit(), edge);
        found.putIfAbsent(shown.experience(), told(person) + ", from " + edge);
      }
    }
  }

  private static void addEdge(@Nullable Instant edge, Set<Instant> edges) {
    if (edge != null) edges.add(edge);
  }

  private static String told(Map<String, Trait> person) {
    return person.isEmpty()
        ? "somebody of whom nothing is known"
        : String.join("; ", person.values().stream().map(Trait::told).toList());
  }
}
