package dev.attune.engine.rule.compile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.drools.util.PortablePath;
import org.kie.memorycompiler.CompilationResult;
import org.kie.memorycompiler.JavaCompiler;
import org.kie.memorycompiler.JavaCompilerFactory;
import org.kie.memorycompiler.JavaConfiguration.CompilerType;
import org.kie.memorycompiler.resources.MemoryResourceStore;
import org.kie.memorycompiler.resources.ResourceReader;

/** Compiles Java text in memory with the Eclipse compiler, which needs no JDK. */
final class JavaText {
  private JavaText() {}

  /**
   * Class files by path.
   *
   * @param sources source text by path; our own generated text, so an error in it is a bug
   */
  static Map<String, byte[]> compile(Map<String, String> sources) {
    JavaCompiler compiler = JavaCompilerFactory.loadCompiler(CompilerType.ECLIPSE, "17");
    MemoryResourceStore classes = new MemoryResourceStore();
    CompilationResult result =
        compiler.compile(
            sources.keySet().toArray(String[]::new),
            new Sources(sources),
            classes,
            JavaText.class.getClassLoader());
    if (result.getErrors().length > 0) {
      throw new IllegalStateException(Arrays.toString(result.getErrors()));
    }
    Map<String, byte[]> byPath = new HashMap<>();
    classes.getResources().forEach((path, bytes) -> byPath.put(path.asString(), bytes));
    return byPath;
  }

  private record Sources(Map<String, String> byPath) implements ResourceReader {
    @Override
    public boolean isAvailable(PortablePath path) {
      return byPath.containsKey(path.asString());
    }

    @Override
    public byte[] getBytes(PortablePath path) {
      return byPath.getOrDefault(path.asString(), "").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Collection<PortablePath> getFilePaths() {
      return byPath.keySet().stream().map(PortablePath::of).toList();
    }

    @Override
    public void mark() {}

    @Override
    public Collection<String> getModifiedResourcesSinceLastMark() {
      return byPath.keySet();
    }
  }
}
