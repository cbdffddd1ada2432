package dev.attune.api.bench;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.decision.State;
import dev.attune.engine.decision.StateReason;
import dev.attune.engine.explain.Explainer;
import dev.attune.engine.explain.WrittenRules;
import dev.attune.engine.explain.flip.FlipAnswer;
import dev.attune.engine.explain.flip.FlipSearch;
import dev.attune.engine.explain.flip.Ground;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Recent;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.vocabulary.Purpose;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What a why-not and the search for its flip cost, with 200 rules and people of 30 facts, for each
 * of 2,000 questions about random people and actions. Run its main method; no build does.
 */
final class WhyMeasurement {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final int RULES = 200;
  private static final int QUESTIONS = 2_000;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private WhyMeasurement() {}

  public static void main(String[] arguments) throws IOException {
    Release release = release();
    WrittenRules written = WrittenRules.of(release.content());
    Ground ground = new Ground(release, written);
    Map<String, Integer> answers = new TreeMap<>();
    for (int round = 0; round < 3; round++) {
      answers.clear();
      measure("why-not", (made, action) -> new Explainer(made, release, written).explain(action));
      measure(
          "flip",
          (made, action) -> {
            FlipAnswer answer = FlipSearch.find(made, ground, action, null);
            int size = answer.orNull() == null ? 0 : answer.orNull().changes().size();
            return answers.merge(answer.getClass().getSimpleName() + " " + size, 1, Integer::sum);
          });
    }
    System.out.println(answers);
  }

  private static Release release() throws IOException {
    Path folder = Files.createTempDirectory("attune-why");
    BenchRules.write(folder.resolve("rules"), RULES);
    Reading reading = ContentReader.read(folder.resolve("rules"));
    CompileResult compiled =
        ReleaseCompiler.ofFolder(folder.resolve("cache"))
            .compile(((Reading.Read) reading).content());
    return ((CompileResult.Compiled) compiled).release();
  }

  private static void measure(String what, BiFunction<DecisionRecord, String, Object> question) {
    List<Long> wall = new ArrayList<>();
    List<Long> cpu = new ArrayList<>();
    Random luck = new Random(7);
    for (int i = 0; i < QUESTIONS; i++) {
      int rule = luck.nextInt(RULES);
      DecisionRecord made = made(luck, new BenchRule(rule).page());
      long startWall = System.nanoTime();
      long startCpu = CPU.getCurrentThreadCpuTime();
      question.apply(made, "action-" + rule);
      cpu.add(CPU.getCurrentThreadCpuTime() - startCpu);
      wall.add(System.nanoTime() - startWall);
    }
    System.out.println(what + "  cpu " + words(cpu) + "  wall " + words(wall));
  }

  private static String words(List<Long> nanos) {
    nanos.sort(null);
    return String.format(
        Locale.ROOT,
        "p50 %.2f p95 %.2f p99 %.2f max %.2f ms",
        at(nanos, 0.5),
        at(nanos, 0.95),
        at(nanos, 0.99),
        at(nanos, 1));
  }

  private static double at(List<Long> nanos, double share) {
    return nanos.get((int) Math.min(nanos.size() - 1, nanos.size() * share)) / 1e6;
  }

  private static DecisionRecord made(Random luck, String page) {
    return new DecisionRecord(
        "id",
        "release",
        NOW,
        State.FRESH,
        StateReason.NONE,
        known(luck),
        new VisitContext(Map.of("page", page)),
        List.of(new PlacementRequest(page + ".side", null)),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of());
  }

  private static Known known(Random luck) {
    Map<String, ProfileValue> profile = new HashMap<>();
    for (int i = 0; i < BenchRules.FIELDS / 6; i++) {
      int field = luck.nextInt(BenchRules.FIELDS);
      Object value =
          field % 2 == 0
              ? "v" + luck.nextInt(BenchRules.VALUES)
              : (Object) (double) luck.nextInt(100);
      profile.put("a" + field, new ProfileValue(value, Provenance.of(Source.DECLARED, NOW)));
    }
    Map<String, Counter> counters = new HashMap<>();
    for (int i = 0; i < BenchRules.EVENTS; i++) {
      Instant at = NOW.minus(Duration.ofDays(luck.nextInt(20)));
      int times = 1 + luck.nextInt(4);
      String event = "thing" + i + ".done";
      counters.put(event, new Counter(event, times, at, at, Recent.NONE.plus(at, times)));
    }
    Map<String, Encounters> encounters = new HashMap<>();
    for (int i = 0; i < BenchRules.SEEN; i++) {
      Instant at = NOW.minus(Duration.ofDays(3));
      String action = "seen-" + i;
      encounters.put(
          action, new Encounters(action, List.of(at), 1, 0, 0, 0, null, null, null, false));
    }
    return new Known(
        PersonId.user("ana"),
        ZoneOffset.UTC,
        new Consent(Map.of(Purpose.PERSONALISATION, true)),
        profile,
        counters,
        Map.of(),
        encounters,
        Attention.UNTOUCHED);
  }
}
