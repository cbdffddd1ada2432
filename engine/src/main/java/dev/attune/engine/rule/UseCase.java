package dev.attune.engine.rule;

import java.util.List;

/** A folder of rules: one DRL package of the same name. */
public record UseCase(String name, List<DrlFile> files) {
  /** The folder that derives segments and proposes nothing. */
  public static final String SHARED = "shared";

  public boolean isShared() {
    return name.equals(SHARED);
  }
}
