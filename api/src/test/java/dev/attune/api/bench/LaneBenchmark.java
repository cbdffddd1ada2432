package dev.attune.api.bench;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Evaluation;
import dev.attune.engine.rule.evaluate.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What evaluating rules costs by walking them, by Drools' own sessions and in plain Java, for
 * people with 30 facts. Run its main method; no build does.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LaneBenchmark {
  private static final int PEOPLE = 512;

  @Param({"20", "200", "1000"})
  private int rules;

  private final List<Facts> people = BenchFacts.people(PEOPLE);
  private Release release;
  private PlainRules plain;
  private int next;

  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(LaneBenchmark.class.getSimpleName()).build()).run();
  }

  @Setup
  public void compile() throws IOException {
    Path folder = Files.createTempDirectory("attune-lanes");
    BenchRules.write(folder.resolve("rules"), rules);
    Content content = ((Reading.Read) ContentReader.read(folder.resolve("rules"))).content();
    CompileResult compiled = ReleaseCompiler.ofFolder(folder.resolve("cache")).compile(content);
    release = ((CompileResult.Compiled) compiled).release();
    plain = new PlainRules(rules);
  }

  /** Nothing is remembered of these facts. */
  @Benchmark
  public Evaluation walked() {
    Facts known = person();
    Facts changed =
        new Facts(
            known.person(),
            known.now(),
            known.zone(),
            known.profile(),
            known.activities(),
            known.features(),
            known.items(),
            known.exposures());
    String page = page();
    return release.evaluate(changed, visit(page), Set.of(page + ".side"));
  }

  @Benchmark
  public Evaluation remembered() {
    String page = page();
    return release.evaluate(person(), visit(page), Set.of(page + ".side"));
  }

  @Benchmark
  public Evaluation inSessions() {
    String page = page();
    return release.verify(person(), visit(page), Set.of(page + ".side"));
  }

  @Benchmark
  public List<String> plainJava() {
    return plain.actions(person(), page());
  }

  private Facts person() {
    next++;
    return people.get(next % PEOPLE);
  }

  private String page() {
    return "page" + next % BenchRules.PAGES;
  }

  private static VisitContext visit(String page) {
    return new VisitContext(Map.of("page", page));
  }
}
