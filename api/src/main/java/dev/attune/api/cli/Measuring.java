package dev.attune.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A benchmark as a command: works in a folder of its own and prints its report. The folder, with
 * what the servers logged, stays only when the benchmark fails.
 */
abstract class Measuring implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /**
   * Measures.
   *
   * @param folder empty
   * @param progress told what is going on
   * @return the report
   */
  abstract String measure(Path folder, PrintWriter progress)
      throws IOException, InterruptedException;

  @Override
  public final Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Path folder = null;
    try {
      folder = Files.createTempDirectory("attune-bench");
      spec.commandLine().getOut().print(measure(folder, err));
      spec.commandLine().getOut().flush();
      if (!delete(folder)) err.println("not all of " + folder + " could be deleted");
      return 0;
    } catch (IOException | UncheckedIOException | CompletionException failed) {
      String logs = folder == null ? "" : "; what the servers said is in " + folder;
      err.println("the benchmark failed: " + cause(failed) + logs);
      return 1;
    }
  }

  private static Throwable cause(Throwable failed) {
    Throwable cause = failed.getCause();
    boolean wrapped =
        failed instanceof UncheckedIOException || failed instanceof CompletionException;
    return wrapped && cause != null ? cause(cause) : failed;
  }

  private static boolean delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
      return true;
    } catch (IOException | UncheckedIOException inUse) {
      return false;
    }
  }
}
