package dev.attune.engine.publish;

import java.util.Locale;

/** Which way a release came. */
public enum Origin {
  /** An edit in a watched folder. */
  FOLDER,
  /** A draft that was published. */
  DRAFT,
  /** The exported files of a release, brought in whole. */
  IMPORT,
  /** The content of an earlier release, published again. */
  ROLLBACK;

  /** The name on the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
