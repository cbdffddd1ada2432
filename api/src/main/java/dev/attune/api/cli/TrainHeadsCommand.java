package dev.attune.api.cli;

import dev.attune.api.onboarding.extract.HeadTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code attune train-heads}: trains the extractor's heads after its phrases were edited. */
@Command(
    name = "train-heads",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Trains the embedded extractor on its phrases and writes the weights.")
public final class TrainHeadsCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      required = true,
      description = "The folder to write heads.bin, weights.txt and weights-words.txt to.")
  private Path out = Path.of("");

  @Option(names = "--cache", description = "Where native libraries may be unpacked.")
  private Path cache = Path.of(System.getProperty("java.io.tmpdir"), "attune-natives");

  @Override
  public Integer call() throws IOException {
    HeadTraining.train(cache, out);
    return 0;
  }
}
