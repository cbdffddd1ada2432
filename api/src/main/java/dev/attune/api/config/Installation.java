package dev.attune.api.config;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the program itself lies; its rules and prompts stand there. */
public final class Installation {
  /** Said by the launcher. */
  static final String PROPERTY = "attune.home";

  private Installation() {}

  /** A folder the program comes with, unless there is one of that name where it was called. */
  public static Path folder(String name) {
    Path here = Path.of(name);
    String home = System.getProperty(PROPERTY);
    if (home == null || Files.isDirectory(here)) return here;
    Path shipped = Path.of(home, name);
    return Files.isDirectory(shipped) ? shipped : here;
  }
}
