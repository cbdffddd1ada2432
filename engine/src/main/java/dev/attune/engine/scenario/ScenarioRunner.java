package dev.attune.engine.scenario;

import dev.attune.engine.decision.Choice;
import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.PlacementResult;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.Step.Decides;
import dev.attune.engine.scenario.Step.Happens;
import dev.attune.engine.scenario.Step.Reacts;
import dev.attune.engine.scenario.Step.Then;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs scenarios through the real engine: rules, arbitration, attention, exposures, on a virtual
 * clock. Scenarios do not see each other. Thread-safe.
 */
public final class ScenarioRunner {
  private final Release release;
  private final Coverage coverage;

  /**
   * @param coverage notes which rules matched and which conditions stopped one
   */
  public ScenarioRunner(Release release, Coverage coverage) {
    this.release = release;
    this.coverage = coverage;
  }

  public List<ScenarioResult> run(List<Scenario> scenarios) {
    return scenarios.stream().map(this::run).toList();
  }

  public ScenarioResult run(Scenario scenario) {
    return new Story(scenario).told();
  }

  /** One scenario under way. */
  private final class Story {
    private final Scenario scenario;
    private final PersonId person;
    private final World world;
    private final List<Mismatch> mismatches = new ArrayList<>();
    private final Map<String, String> decidedBy = new HashMap<>();
    private final Map<String, Integer> shown = new TreeMap<>();

    Story(Scenario scenario) {
      this.scenario = scenario;
      this.person = PersonId.user(scenario.person());
      this.world = new World(release, person, scenario.start());
    }

    ScenarioResult told() {
      world.begin(new Past(scenario.given(), release.content(), scenario.start()));
      for (Step step : scenario.steps()) {
        world.goTo(step.at());
        if (step instanceof Happens happens) happen(happens);
        if (step instanceof Decides decides) decide(decides);
        if (step instanceof Reacts reacts) react(reacts);
      }
      if (scenario.shows() != null && !scenario.shows().equals(shown))
        mismatches.add(
            new Mismatch(scenario.place(), "shows " + scenario.shows(), "showed " + shown, ""));
      return new ScenarioResult(scenario, List.copyOf(mismatches));
    }

    private void happen(Happens happens) {
      for (int i = 0; i < happens.times(); i++)
        world.happens(happens.event(), happens.properties());
    }

    private void decide(Decides step) {
      Decision decision =
          world.decide(new DecisionRequest(person, step.placements(), step.visit(), true, false));
      Differences differences = new Differences(step, decision, world.recordOf(decision), release);
      mismatches.addAll(differences.found());
      coverage.note(world.recordOf(decision), release);
      for (PlacementResult result : decision.placements()) {
        for (Choice choice : result.choices()) {
          decidedBy.put(choice.key(), decision.id());
          if (step.then() != null) react(choice.key(), step.then());
        }
      }
    }

    private void react(Reacts step) {
      if (decidedBy.containsKey(step.action())) react(step.action(), step.then());
      else
        mismatches.add(
            new Mismatch(step.place(), step.action() + " was decided before", "it never was", ""));
    }

    private void react(String action, Then then) {
      String decision = decidedBy.getOrDefault(action, "");
      if (world.seen(decision, action)) shown.merge(action, 1, Integer::sum);
      world.reacts(decision, action, then);
    }
  }
}
