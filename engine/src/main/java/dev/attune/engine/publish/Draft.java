package dev.attune.engine.publish;

import java.time.Instant;

/**
 * A release being edited. Immutable; each edit is a new revision.
 *
 * @param id given by the server; letters and digits
 * @param revision 1 when it is made; each edit has the next, so that two editors do not overwrite
 *     each other unawares
 * @param base the number of the release it was made from; 0 when there was none
 * @param author who made it
 * @param shadow the share of live decisions it is evaluated beside, 0 to 1; 0: none
 */
public record Draft(
    String id,
    long revision,
    long base,
    String author,
    Instant changedAt,
    double shadow,
    ReleaseFiles files) {

  public static Draft of(String id, StoredRelease base, String author, Instant at) {
    return new Draft(id, 1, base.publication().number(), author, at, 0, base.files());
  }

  /** The next revision, with other files. */
  public Draft edited(ReleaseFiles changed, Instant at) {
    return new Draft(id, revision + 1, base, author, at, shadow, changed);
  }

  /** The next revision, evaluated beside another share of live decisions. */
  public Draft shadowing(double share, Instant at) {
    return new Draft(id, revision + 1, base, author, at, share, files);
  }

  /** The next revision, made from another release. */
  public Draft rebased(long newBase, ReleaseFiles merged, Instant at) {
    return new Draft(id, revision + 1, newBase, author, at, shadow, merged);
  }

  /** The same without its files, for lists. */
  public Draft withoutFiles() {
    return new Draft(id, revision, base, author, changedAt, shadow, ReleaseFiles.NONE);
  }
}
