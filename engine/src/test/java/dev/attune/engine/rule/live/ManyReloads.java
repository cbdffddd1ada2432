package dev.attune.engine.rule.live;

import dev.attune.engine.rule.RulesText;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;

/**
 * Reloads rules again and again and prints what stays in memory: {@code main [reloads]}. After the
 * first twenty nothing grows.
 */
public final class ManyReloads {
  private ManyReloads() {}

  public static void main(String[] arguments) throws IOException {
    int reloads = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
    ReleaseCompiler compiler = ReleaseCompiler.ofFolder(Files.createTempDirectory("reloads"));
    ActiveRelease active = new ActiveRelease(compiled(compiler, -1));
    for (int i = 0; i < reloads; i++) {
      active.activate(compiled(compiler, i));
      if (i % 20 == 19) print(i + 1);
    }
  }

  private static dev.attune.engine.rule.evaluate.Release compiled(ReleaseCompiler compiler, int i) {
    String conditions = "Feature( name == \"tone\", !adopted, missedOpportunities >= %d )";
    return ((Compiled)
            compiler.compile(RulesText.read(RulesText.when(conditions.formatted(1000 + i)))))
        .release();
  }

  private static void print(int reloads) {
    System.gc();
    long metaspace =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
            .sum();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    System.out.printf(
        "%4d reloads: metaspace %.1f MB, heap %.1f MB, %d classes, %d threads%n",
        reloads,
        metaspace / 1e6,
        heap / 1e6,
        classes,
        ManagementFactory.getThreadMXBean().getThreadCount());
  }
}
