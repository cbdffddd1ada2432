package dev.attune.engine.scenario;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.Reading.Read;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Release;
import java.nio.file.Path;

/** The repository's own rules. */
public final class RulesFixture {
  public static final Path FOLDER = Path.of("..", "rules");

  private RulesFixture() {}

  public static Content content() {
    Reading reading = ContentReader.read(FOLDER);
    if (reading instanceof Read read) return read.content();
    throw new IllegalStateException("the rules cannot be read: " + reading.diagnostics());
  }

  public static Release release() {
    return compiled(content());
  }

  public static Release compiled(Content content) {
    CompileResult result = ReleaseCompiler.ofFolder(Path.of("target", "built")).compile(content);
    if (result instanceof Compiled compiled) return compiled.release();
    throw new IllegalStateException("the rules do not compile: " + result.diagnostics());
  }
}
