package dev.attune.engine.publish.diff;

import java.util.Locale;

/** What a release consists of, in the words of its authors. */
public enum Subject {
  RULE,
  SEGMENT,
  CARD,
  PLACEMENT,
  ATTENTION,
  QUIET_HOURS,
  HOLDOUT,
  PROFILE_FIELD,
  VISIT_FIELD,
  EVENT,
  FEATURE,
  ITEM;

  /** As told to people and on the wire, e.g. {@code profile field}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
