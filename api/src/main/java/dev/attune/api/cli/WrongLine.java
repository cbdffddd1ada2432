package dev.attune.api.cli;

import java.nio.file.Path;

/** A line of a file that is not what it must be. */
final class WrongLine extends Exception {
  private static final long serialVersionUID = 1L;

  private final String place;

  WrongLine(Path file, int line, String what) {
    super(what);
    this.place = file + ":" + line + ": " + what;
  }

  /** What is wrong, after the file and the line. */
  String place() {
    return place;
  }
}
