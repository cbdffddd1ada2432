package dev.attune.api.cli;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.compile.EditorTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code attune types}: writes the fact types for editors. */
@Command(
    name = "types",
    description = {
      "Writes the fact types, the vocabulary's fields among them, as Java for DRL editors to read:",
      "src/main/java and target/classes in the rules folder, where the public DRL language server",
      "looks for them. Run it again after an edit of vocabulary.yaml. No server reads them."
    },
    mixinStandardHelpOptions = true)
final class TypesCommand implements Callable<Integer> {
  @Mixin private RulesArgument rules = new RulesArgument();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "where to write them (default: the rules folder)")
  private @Nullable Path to;

  @Spec private CommandSpec spec;

  /** 0 when they are written, 1 when the rules cannot be read or the folder not be written. */
  @Override
  public Integer call() {
    Optional<Content> content = rules.read(spec.commandLine().getOut());
    if (content.isEmpty()) return 1;
    Path folder = to == null ? rules.folder() : to;
    Map<String, byte[]> files = EditorTypes.of(content.get().vocabulary());
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.resolveSibling(""));
        Files.write(path, file.getValue());
      }
    } catch (IOException notWritable) {
      spec.commandLine().getErr().println(folder + " cannot be written: " + notWritable);
      return 1;
    }
    spec.commandLine().getOut().printf("%d files in %s%n", files.size(), folder);
    return 0;
  }
}
