package dev.attune.engine.rule.compile;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.UseCase;
import dev.attune.engine.rule.compile.ClassScan.Breach;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.CompileResult.Rejected;
import dev.attune.engine.rule.compile.RuleBuilder.Built;
import dev.attune.engine.rule.compile.RuleBuilder.Failed;
import dev.attune.engine.rule.compile.RuleBuilder.Outcome;
import dev.attune.engine.rule.evaluate.CompiledUseCase;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.vocabulary.Vocabulary;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * Compiles checked content into a release. What did not change since an earlier release that is
 * still in use is not built again, nor is what an earlier process has built. Takes up to seconds of
 * both cores: never call it on an event loop. One compilation at a time; others wait.
 */
public final class ReleaseCompiler {
  private final BuiltRules built;
  private final RuleBuilder builder;
  private final Map<String, WeakReference<KieBase>> loaded = new HashMap<>();
  private @Nullable Vocabulary vocabulary;
  private @Nullable FactTypes factTypes;

  ReleaseCompiler(BuiltRules built, RuleBuilder builder) {
    this.built = built;
    this.builder = builder;
  }

  /**
   * Builds in this process: for the rules folder, whose authors can write files on this machine
   * anyway.
   *
   * @param cacheFolder where built rules are kept; made when absent
   */
  public static ReleaseCompiler ofFolder(Path cacheFolder) {
    return ofFolder(BuiltRules.in(cacheFolder));
  }

  /** The same, with built rules that others use as well. */
  public static ReleaseCompiler ofFolder(BuiltRules built) {
    return new ReleaseCompiler(built, new InProcessBuilder());
  }

  /** Builds in a process of its own, small and short-lived: for text that came over the network. */
  public static ReleaseCompiler ofUntrusted(BuiltRules built, BuildProcesses processes) {
    return new ReleaseCompiler(built, new ChildProcessBuilder(processes));
  }

  /** A release named by the first letters of its hash. */
  public CompileResult compile(Content content) {
    return compile(content.hash().substring(0, Math.min(12, content.hash().length())), content);
  }

  /** Never throws for what an author wrote: that comes back as diagnostics. */
  public synchronized CompileResult compile(String id, Content content) {
    Diagnostics diagnostics = new Diagnostics();
    FactTypes types = factTypes(content.vocabulary());
    List<CompiledUseCase> useCases = new ArrayList<>();
    for (UseCase useCase : content.useCases()) {
      rules(useCase, types, diagnostics)
          .ifPresent(base -> useCases.add(new CompiledUseCase(useCase, base)));
    }
    builder.rest();
    if (diagnostics.hasErrors()) return new Rejected(diagnostics.sorted());
    Release release = new Release(id, content, types, useCases);
    List<Diagnostic> slow = Trial.of(release);
    return slow.isEmpty() ? new Compiled(release, diagnostics.sorted()) : new Rejected(slow);
  }

  private FactTypes factTypes(Vocabulary declared) {
    FactTypes types = factTypes;
    if (types == null || !declared.equals(vocabulary)) {
      types = FactTypes.of(declared, built.kept());
      factTypes = types;
      vocabulary = declared;
      loaded.clear();
    }
    return types;
  }

  private Optional<KieBase> rules(UseCase useCase, FactTypes types, Diagnostics diagnostics) {
    RuleSources sources = RuleSources.of(useCase);
    if (sources.drl().isEmpty()) return Optional.empty();
    String key = sources.key(types.sources());
    WeakReference<KieBase> known = loaded.get(key);
    KieBase inUse = known == null ? null : known.get();
    if (inUse != null) return Optional.of(inUse);
    byte[] archive = built.find(useCase.name(), key).orElse(null);
    if (archive == null) {
      Outcome outcome = builder.build(sources, key, types.classes());
      if (outcome instanceof Failed failed) {
        failed
            .complaints()
            .forEach(each -> diagnostics.addAll(List.of(Complaints.diagnostic(each, useCase))));
        return Optional.empty();
      }
      archive = ((Built) outcome).archive();
      built.keep(key, archive);
    }
    return load(useCase, key, archive, types, diagnostics);
  }

  private Optional<KieBase> load(
      UseCase useCase, String key, byte[] archive, FactTypes types, Diagnostics diagnostics) {
    List<Breach> breaches = ClassScan.of(Archives.classes(archive));
    if (!breaches.isEmpty()) {
      breaches.forEach(
          each ->
              diagnostics.addAll(List.of(Complaints.breach(each.what(), each.texts(), useCase))));
      return Optional.empty();
    }
    KieBase base;
    try {
      base = Archives.load(archive, types.loader());
    } catch (RuntimeException | LinkageError | StackOverflowError broken) {
      diagnostics.addAll(List.of(Complaints.unloadable(broken, useCase)));
      return Optional.empty();
    }
    loaded.values().removeIf(reference -> reference.get() == null);
    loaded.put(key, new WeakReference<>(base));
    return Optional.of(base);
  }
}
