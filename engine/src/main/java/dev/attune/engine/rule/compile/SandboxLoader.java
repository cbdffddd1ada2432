package dev.attune.engine.rule.compile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Shows rules only the classes {@link Allowed} names, as classes to load and as class files to
 * compile against; everything else does not exist.
 */
final class SandboxLoader extends ClassLoader {
  private final ClassLoader everything;

  SandboxLoader(ClassLoader everything) {
    super(null);
    this.everything = everything;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!Allowed.visible(name)) throw new ClassNotFoundException(name + " is not for rules");
    return everything.loadClass(name);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String path) {
    return isVisible(path) ? everything.getResourceAsStream(path) : null;
  }

  @Override
  public @Nullable URL getResource(String path) {
    return isVisible(path) ? everything.getResource(path) : null;
  }

  @Override
  public Enumeration<URL> getResources(String path) throws IOException {
    return isVisible(path) ? everything.getResources(path) : Collections.emptyEnumeration();
  }

  private static boolean isVisible(String path) {
    return path.endsWith(".class")
        && Allowed.visible(path.substring(0, path.length() - 6).replace('/', '.'));
  }
}
