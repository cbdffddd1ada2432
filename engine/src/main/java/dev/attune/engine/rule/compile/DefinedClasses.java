package dev.attune.engine.rule.compile;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defines classes from memory, and shows their bytes to the rule compiler. */
final class DefinedClasses extends ClassLoader {
  private final Map<String, byte[]> byPath;

  /**
   * @param byPath class files by path, e.g. {@code dev/attune/engine/fact/Profile.class}
   */
  DefinedClasses(ClassLoader parent, Map<String, byte[]> byPath) {
    super(parent);
    this.byPath = byPath;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) return loaded;
      byte[] bytes = byPath.get(name.replace('.', '/') + ".class");
      return bytes == null
          ? super.loadClass(name, resolve)
          : defineClass(name, bytes, 0, bytes.length);
    }
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String path) {
    byte[] bytes = byPath.get(path);
    return bytes == null ? getParent().getResourceAsStream(path) : new ByteArrayInputStream(bytes);
  }
}
