package dev.attune.engine.publish.replay;

import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.text.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a draft would have changed for the decisions that were made. Names no person and
 * quotes no value that may not be said. The same records give the same report. Immutable.
 *
 * @param draft id of the release that was tried
 * @param madeOn how many of the replayed decisions were made on which release, most first
 * @param notReplayed decisions that mean nothing on the draft, by reason
 * @param actions actions that somebody gains or loses, most first
 * @param segments the segments of both sides, the most changed first; {@link #NO_SEGMENT} stands
 *     for the people in none
 * @param moves every action whose fate differs, most frequent first
 * @param placements how often each was asked for and showed its fallback
 * @param results who gets which result on the draft, in placements that declare a ceiling
 * @param examples at most ten, the most surprising first
 */
public record ReplayReport(
    String draft,
    Decisions decisions,
    Map<String, Long> madeOn,
    List<NotReplayed> notReplayed,
    List<ActionChange> actions,
    List<SegmentChange> segments,
    Map<Move, Long> moves,
    Pressure before,
    Pressure after,
    List<PlacementUse> placements,
    List<ResultShare> results,
    List<Example> examples) {
  public static final String NO_SEGMENT = "";

  /**
   * How many decisions there were.
   *
   * @param read all records, whether or not they could be replayed
   * @param changed somebody would get other actions, or in another order
   * @param reworded somebody would get the same ones, for another reason in words
   * @param identical every verdict is the recorded one, also about what was not chosen
   * @param unproven the release a decision was made on does not come to the recorded result any
   *     more; points to a bug
   */
  public record Decisions(
      long read, long replayed, long changed, long reworded, long identical, long unproven) {
    /** The share of the replayed decisions that change, 0 to 1. */
    public double shareChanged() {
      return replayed == 0 ? 0 : (double) changed / replayed;
    }
  }

  /**
   * Decisions that could not be replayed.
   *
   * @param decisions some of their ids
   */
  public record NotReplayed(String reason, long count, List<String> decisions) {}

  /** In how many decisions an action was chosen, and in how many it comes or goes. */
  public record ActionChange(String action, long before, long after, long gained, long lost) {}

  /**
   * What changes for the people of one segment.
   *
   * @param before decisions for people who were in it when decided; where that release is gone, who
   *     are in it on the draft
   * @param after decisions for people who are in it on the draft
   * @param changed decisions for people who are in it on either side, that change
   * @param gained by action, most first
   */
  public record SegmentChange(
      String segment,
      long before,
      long after,
      long changed,
      Map<String, Long> gained,
      Map<String, Long> lost) {}

  /**
   * What the decisions ask of people's attention, and how often they come to nothing.
   *
   * @param reservations showings promised
   * @param interruptions choices that cost attention
   * @param refused candidates for which a budget had no room
   * @param asked placements that were asked for
   * @param fallbacks those that showed their fallback
   * @param overran decisions in which the rules ran into their limit
   */
  public record Pressure(
      long reservations,
      long interruptions,
      long refused,
      long asked,
      long fallbacks,
      long overran) {
    /** The share of the placements asked for that showed their fallback, 0 to 1. */
    public double fallbackRate() {
      return asked == 0 ? 0 : (double) fallbacks / asked;
    }
  }

  /** Fallbacks of one placement. */
  public record PlacementUse(String placement, long asked, long before, long after) {}

  /** The results that fewer people get than their placement declares, among enough to tell. */
  public List<ResultShare> rareResults() {
    return results.stream().filter(ResultShare::isRare).toList();
  }

  /**
   * How many people get one result.
   *
   * @param result its id
   * @param actions empty: the fallback
   * @param people who get it at one time or another
   * @param of all people the placement was asked for
   * @param smallest the share it is to reach; 0: any
   */
  public record ResultShare(
      String placement,
      String result,
      List<String> actions,
      long people,
      long of,
      double smallest) {
    /** With fewer people a share says nothing. */
    public static final int ENOUGH = 100;

    /** 0 to 1. */
    public double share() {
      return of == 0 ? 0 : (double) people / of;
    }

    /** The share and what it is to be, in plain words. */
    public String told() {
      return String.format(
          Locale.ROOT,
          "%.2f %% of people get result %s of %s, its smallest share is %.2f %%",
          share() * 100,
          result,
          placement,
          smallest * 100);
    }

    /** The fallback may be as rare as it likes. */
    public boolean isRare() {
      return of >= ENOUGH && !actions.isEmpty() && share() < smallest;
    }
  }

  /**
   * A decision that changes in a rare way.
   *
   * @param move what happened to the action
   * @param segment among the people of this segment
   * @param count in so many decisions of the segment the same happened
   * @param moves everything else that moved in this decision
   */
  public record Example(
      String decision,
      Move move,
      String segment,
      long count,
      List<String> placements,
      Set<String> segmentsBefore,
      Set<String> segmentsAfter,
      List<Move> moves,
      Why before,
      Why after) {}

  /**
   * Why an action was chosen or not.
   *
   * @param reason null when it was chosen
   * @param text in plain words, with the names of values for the values that may not be said
   * @param rule the rule that proposed it, or the one that came closest; null when none may
   * @param place of that rule, or of the constraint that stopped it
   * @param facts what the rule matched on
   */
  public record Why(
      @Nullable ReasonCode reason,
      String text,
      @Nullable String rule,
      @Nullable Place place,
      List<String> facts) {}
}
