package dev.attune.engine.text;

/**
 * One thing an author should know about a file.
 *
 * @param place where it stands
 * @param severity an {@code ERROR} keeps a release from being built, a {@code WARNING} does not
 * @param code stable short name, e.g. {@code unknown-event}
 * @param message one sentence in the author's words, lower case, with the next step when there is
 *     one
 */
public record Diagnostic(Place place, Severity severity, String code, String message)
    implements Comparable<Diagnostic> {
  /** How much a diagnostic weighs. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(Diagnostic other) {
    int byPlace = place.compareTo(other.place);
    return byPlace != 0 ? byPlace : message.compareTo(other.message);
  }

  @Override
  public String toString() {
    return place + ": " + (isError() ? "" : "warning: ") + message;
  }
}
