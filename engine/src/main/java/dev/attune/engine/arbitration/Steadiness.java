package dev.attune.engine.arbitration;

import dev.attune.engine.action.Candidate;
import dev.attune.engine.fact.Surfaces.Layout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a placement look as it did on the visit before, apart from a bounded number of places. A
 * place whose action cannot stay changes anyhow and uses that number up first; when the rules
 * propose something else, or the person arranged the placement anew, the order is free.
 */
final class Steadiness {
  private final List<String> before;
  private final List<Ranked> ranked;
  private final int places;
  private final int allowed;

  private Steadiness(List<String> before, List<Ranked> ranked, int places, int moves) {
    this.before = before;
    this.ranked = ranked;
    this.places = places;
    this.allowed = Math.max(moves, unavoidable());
  }

  /** The order in which to ask for places: place by place, then whoever is left. */
  static List<Ranked> kept(List<Ranked> ranked, Slot slot, Round round) {
    Integer moves = slot.placement().ranking().moves();
    Layout last = slot.last();
    if (moves == null || last == null || last.basis() != basis(slot, round.contest()))
      return ranked;
    List<Ranked> wanted = round.wouldSeat(ranked);
    Steadiness steadiness = new Steadiness(last.actions(), ranked, wanted.size(), moves);
    if (wanted.isEmpty()) return ranked;
    List<Ranked> staying = round.wouldSeat(steadiness.fewNewcomers(wanted));
    return Order.followedBy(ranked, steadiness.seated(staying));
  }

  /** What the next visit is to be compared with; null when it is free. */
  static @Nullable Layout layout(Slot slot, List<Ranked> chosen, Contest contest) {
    if (slot.placement().ranking().moves() == null || chosen.isEmpty()) return null;
    List<String> actions = chosen.stream().map(Ranked::key).toList();
    return new Layout(actions, basis(slot, contest), contest.now());
  }

  /** A digest of what the rules proposed here and of the person's own arrangement. */
  private static int basis(Slot slot, Contest contest) {
    int basis =
        slot.arrangement().pinned().hashCode() * 31 + slot.arrangement().hidden().hashCode();
    for (Candidate one : contest.candidates()) {
      if (!new Contender(one, slot).fits()) continue;
      int about = one.about() == null ? 0 : one.about().id().hashCode();
      basis += (one.card().id().hashCode() * 31 + Double.hashCode(one.weight())) * 31 + about;
    }
    return basis;
  }

  /** Places whose action is no contender any more, or that were not there. */
  private int unavoidable() {
    int count = Math.max(0, places - before.size());
    for (int i = 0; i < Math.min(places, before.size()); i++) {
      if (!Order.holds(ranked, before.get(i))) count++;
    }
    return count;
  }

  /** Those who stood here and newcomers up to what may change; what was drawn comes in first. */
  private List<Ranked> fewNewcomers(List<Ranked> wanted) {
    List<Ranked> newcomers = new ArrayList<>();
    for (Ranked one : wanted) {
      if (one.isUnranked() || before.contains(one.key())) continue;
      newcomers.add(one.drawn() == null ? newcomers.size() : 0, one);
    }
    if (newcomers.size() <= allowed) return wanted;
    List<Ranked> fewer = new ArrayList<>(wanted);
    fewer.removeAll(newcomers);
    int stayLonger = places - fewer.size() - allowed;
    for (Ranked one : ranked) {
      if (stayLonger == 0) break;
      if (!before.contains(one.key()) || wanted.contains(one)) continue;
      fewer.add(one);
      stayLonger--;
    }
    fewer.addAll(newcomers.subList(0, allowed));
    return Order.followedBy(ranked, fewer);
  }

  /** Everybody back in their place, newcomers into the gaps, then the best moves up. */
  private List<Ranked> seated(List<Ranked> staying) {
    List<Ranked> target = new ArrayList<>(staying);
    target.sort(
        Comparator.comparing((Ranked one) -> one.drawn() != null).thenComparing(Ranked.ORDER));
    List<Ranked> waiting = new ArrayList<>(target);
    int fixed = (int) target.stream().filter(Ranked::isUnranked).count();
    List<Ranked> seated = new ArrayList<>(Collections.nCopies(target.size(), target.get(0)));
    boolean[] taken = new boolean[target.size()];
    for (int i = 0; i < seated.size(); i++) {
      Ranked own = i < fixed ? target.get(i) : stoodAt(i, target, fixed);
      if (own == null) continue;
      seated.set(i, own);
      taken[i] = waiting.remove(own);
    }
    for (int i = 0; i < seated.size(); i++) {
      if (!taken[i]) seated.set(i, waiting.remove(0));
    }
    for (int i = fixed; i < seated.size(); i++) moveUp(target.get(i), i, seated);
    return seated;
  }

  private @Nullable Ranked stoodAt(int place, List<Ranked> target, int fixed) {
    int index = place < before.size() ? Order.indexOf(target, before.get(place)) : -1;
    return index < fixed ? null : target.get(index);
  }

  private void moveUp(Ranked better, int place, List<Ranked> seated) {
    int from = seated.indexOf(better);
    Collections.swap(seated, from, place);
    if (changed(seated) > allowed) Collections.swap(seated, from, place);
  }

  private int changed(List<Ranked> seated) {
    int changed = 0;
    for (int i = 0; i < seated.size(); i++) {
      if (i >= before.size() || !before.get(i).equals(seated.get(i).key())) changed++;
    }
    return changed;
  }
}
