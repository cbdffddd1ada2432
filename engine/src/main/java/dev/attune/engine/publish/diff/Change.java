package dev.attune.engine.publish.diff;

import dev.attune.engine.text.Place;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two releases.
 *
 * @param name of the rule, card, … it is about
 * @param detail what about it; empty when the whole was added or removed
 * @param before null when nothing was there
 * @param after null when nothing is there any more
 * @param place in the later release; in the earlier one for what was removed
 */
public record Change(
    Subject subject,
    String name,
    How how,
    String detail,
    @Nullable String before,
    @Nullable String after,
    Place place) {
  /** What happened to the rule, card, … as a whole. */
  public enum How {
    ADDED,
    REMOVED,
    CHANGED
  }

  static Change added(Part part) {
    return new Change(part.subject(), part.name(), How.ADDED, "", null, null, part.place());
  }

  static Change removed(Part part) {
    return new Change(part.subject(), part.name(), How.REMOVED, "", null, null, part.place());
  }

  static Change of(Part part, String detail, @Nullable String before, @Nullable String after) {
    return new Change(
        part.subject(), part.name(), How.CHANGED, detail, before, after, part.place());
  }

  /** In plain words, e.g. {@code card "try-tone": priority 70 -> 60}. */
  @Override
  public String toString() {
    String what = subject.words() + " \"" + name + "\"";
    return switch (how) {
      case ADDED -> what + " added";
      case REMOVED -> what + " removed";
      case CHANGED -> what + ": " + detail + " " + values();
    };
  }

  private String values() {
    if (before == null) return "added: " + after;
    return after == null ? "removed: " + before : before + " -> " + after;
  }
}
