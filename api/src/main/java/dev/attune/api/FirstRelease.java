package dev.attune.api;

import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.publish.live.FolderMemory;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.Reading.Read;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.CompileResult.Rejected;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.rule.folder.RulesFolder;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostics;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server starts on before it has asked the store: the folder; or what was live last, when
 * nobody edited the folder since or it is broken.
 *
 * @param release null when neither compiles
 * @param diagnostics what is wrong with the folder; empty when nothing is, or nobody looked
 */
record FirstRelease(@Nullable Release release, List<Diagnostic> diagnostics) {

  /**
   * Reads and compiles; takes seconds when the rules are new.
   *
   * @param compiler for the folder
   * @param ofOthers for what was live last, which may have come by a call
   */
  static FirstRelease build(
      Path folder,
      LastGoodRules lastGood,
      FolderMemory memory,
      ReleaseCompiler compiler,
      ReleaseCompiler ofOthers) {
    Diagnostics found = new Diagnostics();
    ReleaseFiles files = ReleaseFiles.of(RulesFolder.read(folder, found));
    Optional<ReleaseFiles> last = lastGood.read().filter(each -> !each.hash().equals(files.hash()));
    if (last.isPresent() && files.hash().equals(memory.agreed())) {
      CompileResult result = compile(ofOthers, last.get());
      if (result instanceof Compiled compiled) {
        return new FirstRelease(compiled.release(), List.of());
      }
    }
    CompileResult result =
        found.hasErrors() ? new Rejected(found.sorted()) : compile(compiler, files);
    if (result instanceof Compiled compiled) return new FirstRelease(compiled.release(), List.of());
    @Nullable Release earlier =
        last.map(each -> compile(ofOthers, each))
            .filter(Compiled.class::isInstance)
            .map(each -> ((Compiled) each).release())
            .orElse(null);
    return new FirstRelease(earlier, result.diagnostics());
  }

  private static CompileResult compile(ReleaseCompiler compiler, ReleaseFiles files) {
    Reading reading = ContentReader.read(files.byPath());
    return reading instanceof Read read
        ? compiler.compile(read.content())
        : new Rejected(reading.diagnostics());
  }
}
