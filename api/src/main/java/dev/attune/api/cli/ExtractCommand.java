package dev.attune.api.cli;

import dev.attune.api.onboarding.extract.EmbeddedExtractor;
import dev.attune.engine.profile.Extractor;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code attune extract}: reads whole conversations and writes the facts that stand at the end. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = {
      "Reads conversations and writes the facts that stand after the last turn.",
      "With --model, a language model of the settings reads along as in the conversation.",
      ""
    },
    footer = {
      "",
      "A line of --in:   {\"id\": \"a1\", \"turns\": [\"I'm a nurse\", \"just me\"],",
      "                   \"asked\": [null, \"teamSize\"]}",
      "A line of --out:  {\"id\": \"a1\", \"role\": …, \"goals\": […], \"industry\": …, …,",
      "                   \"declined\": […], \"offered\": {…}}",
      "",
      "Ends with 0; with 1 when the model did not answer every turn; with 2 on wrong usage.",
      "",
      "  attune extract --in talks.jsonl --out facts.jsonl",
      "  attune extract --in talks.jsonl --out facts.jsonl --config attune.yaml --model local"
    })
public final class ExtractCommand implements Callable<Integer> {
  private static final int TELL_EVERY = 100;

  @Option(
      names = "--in",
      required = true,
      paramLabel = "FILE",
      description = "conversations, one a line")
  private Path in = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "where the facts go, one line for each conversation")
  private Path out = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "PROFILE",
      description = "lets this model of the settings read along; it may cost money")
  private @Nullable String model;

  @Option(names = "--lexicon-only", description = "reads without the sentence encoder")
  private boolean lexiconOnly;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "where native libraries may be unpacked")
  private Path cache = Path.of(System.getProperty("java.io.tmpdir"), "attune-natives");

  @Mixin private ConfigOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      return model == null ? alone() : withModel(model);
    } catch (WrongLine wrong) {
      say("%s", wrong.place());
      return 2;
    } catch (IOException unreadable) {
      say("cannot read %s or write %s: %s", in, out, unreadable);
      return 2;
    }
  }

  private int alone() throws IOException, WrongLine {
    List<Talk> talks = Talk.readAll(in);
    read(talks, embedded());
    return 0;
  }

  private int withModel(String profile) throws IOException, WrongLine {
    List<Talk> talks = Talk.readAll(in);
    ModelReading reading = ModelReading.of(options.read(false), profile);
    if (!reading.errors().isEmpty()) {
      reading.errors().forEach(error -> say("%s", error));
      return 2;
    }
    try (reading) {
      read(talks, reading.beside(embedded()));
      reading.summary().forEach(line -> say("%s", line));
      return reading.isComplete() ? 0 : 1;
    }
  }

  private EmbeddedExtractor embedded() {
    long started = System.nanoTime();
    EmbeddedExtractor extractor =
        lexiconOnly ? EmbeddedExtractor.lexiconOnly() : EmbeddedExtractor.load(cache);
    say("%s, ready in %d ms", extractor.mode(), (System.nanoTime() - started) / 1_000_000);
    return extractor;
  }

  private void read(List<Talk> talks, Extractor extractor) throws IOException {
    Histogram micros = new Histogram(3);
    try (BufferedWriter predictions = Files.newBufferedWriter(out)) {
      int done = 0;
      for (Talk talk : talks) {
        predictions.write(talk.read(extractor, micros));
        predictions.newLine();
        if (++done % TELL_EVERY == 0) say("%d of %d", done, talks.size());
      }
    }
    say(
        "%d turns, p50 %.1f ms, p95 %.1f ms",
        micros.getTotalCount(),
        micros.getValueAtPercentile(50) / 1000.0,
        micros.getValueAtPercentile(95) / 1000.0);
  }

  private void say(String format, Object... values) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(format.formatted(values));
    err.flush();
  }
}
