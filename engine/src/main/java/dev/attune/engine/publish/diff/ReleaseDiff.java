package dev.attune.engine.publish.diff;

import dev.attune.engine.publish.diff.Change.How;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a release changes over another, in the terms of its authors: rules, segments, cards,
 * placements, vocabulary. Spaces, comments and order are no change. Immutable.
 *
 * @param changes rules first; then by name
 */
public record ReleaseDiff(List<Change> changes) {
  private static final Comparator<Change> ORDER =
      Comparator.comparing(Change::subject)
          .thenComparing(Change::name)
          .thenComparing(Change::detail);

  /**
   * Compares two releases.
   *
   * @param before null for a first release, in which everything is new
   */
  public static ReleaseDiff between(@Nullable Content before, Content after) {
    List<Change> changes = new ArrayList<>();
    Map<String, Part> gone = new LinkedHashMap<>();
    if (before != null) parts(before).forEach(part -> gone.put(part.key(), part));
    for (Part part : parts(after)) {
      Part earlier = gone.remove(part.key());
      if (earlier == null) changes.add(Change.added(part));
      else addDetails(earlier, part, changes);
    }
    gone.values().forEach(part -> changes.add(Change.removed(part)));
    changes.sort(ORDER);
    return new ReleaseDiff(List.copyOf(changes));
  }

  /** The rules that are new or match or propose otherwise than before. */
  public List<CheckedRule> changedRules(Content after) {
    Set<String> changed =
        changes.stream()
            .filter(each -> each.subject() == Subject.RULE && each.how() != How.REMOVED)
            .filter(each -> !each.detail().equals(RuleParts.INTENT))
            .map(Change::name)
            .collect(Collectors.toSet());
    return after.rules().stream().filter(rule -> changed.contains(RuleParts.name(rule))).toList();
  }

  private static List<Part> parts(Content content) {
    List<Part> parts = new ArrayList<>();
    RuleParts.addTo(parts, content);
    CardParts.addTo(parts, content.cards());
    PlacementParts.addTo(parts, content.placements());
    VocabularyParts.addTo(parts, content.vocabulary());
    return parts;
  }

  private static void addDetails(Part before, Part after, List<Change> changes) {
    Set<String> details = new TreeSet<>(before.details().keySet());
    details.addAll(after.details().keySet());
    for (String detail : details) {
      List<String> gone = new ArrayList<>(before.values(detail));
      List<String> come = new ArrayList<>(after.values(detail));
      after.values(detail).forEach(gone::remove);
      before.values(detail).forEach(come::remove);
      for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
        String was = i < gone.size() ? gone.get(i) : null;
        String is = i < come.size() ? come.get(i) : null;
        changes.add(Change.of(after, detail, was, is));
      }
    }
  }
}
