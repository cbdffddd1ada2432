package dev.attune.engine.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts a draft's edits on top of a later release, file by file: a file that only one side changed
 * is taken from that side.
 *
 * @param files the draft's where both sides changed a file
 * @param diverged the files both sides changed, each in another way
 */
record Merge(ReleaseFiles files, List<String> diverged) {
  static Merge of(ReleaseFiles ground, ReleaseFiles mine, ReleaseFiles theirs) {
    Set<String> paths = new TreeSet<>(mine.byPath().keySet());
    paths.addAll(theirs.byPath().keySet());
    paths.addAll(ground.byPath().keySet());
    ReleaseFiles merged = mine;
    List<String> diverged = new ArrayList<>();
    for (String path : paths) {
      if (theirs.agreesOn(path, ground) || theirs.agreesOn(path, mine)) continue;
      if (!mine.agreesOn(path, ground)) diverged.add(path);
      else merged = taken(path, theirs, merged);
    }
    return new Merge(merged, List.copyOf(diverged));
  }

  private static ReleaseFiles taken(String path, ReleaseFiles from, ReleaseFiles into) {
    return from.file(path).map(bytes -> into.with(path, bytes)).orElseGet(() -> into.without(path));
  }
}
