package dev.attune.engine.rule.compile;

import java.util.List;
import java.util.Map;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Builds in this process: the executable model, compiled by the Eclipse compiler behind the
 * sandbox. The classic engine would run conditions outside it. One build at a time.
 */
final class InProcessBuilder implements RuleBuilder {
  private static final String ROOT = "src/main/resources/";

  @Override
  public Outcome build(RuleSources sources, String key, Map<String, byte[]> factClasses) {
    synchronized (InProcessBuilder.class) {
      ReleaseId id = Archives.id(sources.useCase(), key);
      try {
        return build(id, sources, factClasses);
      } catch (RuntimeException | StackOverflowError broken) {
        return new Failed(List.of(new Complaint("", 0, words(broken))));
      } finally {
        KieServices.get().getRepository().removeKieModule(id);
      }
    }
  }

  private static Outcome build(ReleaseId id, RuleSources sources, Map<String, byte[]> factClasses) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(id);
    sources.drl().forEach((path, text) -> files.write(ROOT + path, text));
    ClassLoader sandbox = FactTypes.sandbox(factClasses);
    KieBuilder builder =
        services.newKieBuilder(files, sandbox).buildAll(ExecutableModelProject.class);
    List<Complaint> errors =
        builder.getResults().getMessages(Message.Level.ERROR).stream()
            .map(InProcessBuilder::complaint)
            .toList();
    if (!errors.isEmpty()) return new Failed(errors);
    return new Built(((InternalKieModule) builder.getKieModule()).getBytes());
  }

  private static Complaint complaint(Message message) {
    String path = message.getPath() == null ? "" : message.getPath();
    if (path.startsWith(ROOT)) path = path.substring(ROOT.length());
    String drl = path.endsWith(".drl") ? path : "";
    return new Complaint(
        drl, drl.isEmpty() ? 0 : Math.max(0, message.getLine()), message.getText());
  }

  private static String words(Throwable broken) {
    return broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
  }
}
