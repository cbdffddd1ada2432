package dev.attune.engine.rule.compile;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
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
  public @Nullable URL getResource(String path) {
    byte[] bytes = byPath.get(path);
    return bytes == null ? getParent().getResource(path) : url(path, bytes);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String path) {
    byte[] bytes = byPath.get(path);
    return bytes == null ? getParent().getResourceAsStream(path) : new ByteArrayInputStream(bytes);
  }

  private static URL url(String path, byte[] bytes) {
    try {
      return new URL(null, "memory:" + path, new InMemory(bytes));
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class InMemory extends URLStreamHandler {
    private final byte[] bytes;

    InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(bytes);
        }
      };
    }
  }
}
