package dev.attune.api.cli;

import java.nio.file.Path;

/** A line of a file that is not what it must be. */
final class WrongLine extends Exception {
  private static final long serialVersionUID = 1L;

  WrongLine(Path file, int line, String what) {
    super(file + ":" + line + ": " + what);
  }
}
