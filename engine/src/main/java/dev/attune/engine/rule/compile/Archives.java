package dev.attune.engine.rule.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;

/** Opens built archives. */
final class Archives {
  private Archives() {}

  /** The rule engine's name for an archive; different content never shares one. */
  static ReleaseId id(String useCase, String key) {
    return KieServices.get().newReleaseId("attune", useCase, key);
  }

  /** An archive of files by path. */
  static byte[] of(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an archive in memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /** Class files by path, without loading any. */
  static Map<String, byte[]> classes(byte[] archive) {
    Map<String, byte[]> classes = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".class")) {
          classes.put(entry.getName(), zip.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an archive in memory cannot be read", e);
    }
    return classes;
  }

  /**
   * Loads the rules. The rule engine's global list of archives is left as it was found, so that
   * rules nobody uses any more go away by themselves.
   */
  static KieBase load(byte[] archive, ClassLoader sandbox) {
    synchronized (InProcessBuilder.class) {
      KieServices services = KieServices.get();
      ReleaseId id =
          services
              .getRepository()
              .addKieModule(services.getResources().newByteArrayResource(archive))
              .getReleaseId();
      try {
        return services.newKieContainer(id, sandbox).getKieBase();
      } finally {
        services.getRepository().removeKieModule(id);
      }
    }
  }
}
