package dev.attune.engine.rule.evaluate;

import dev.attune.engine.action.Candidate;
import dev.attune.engine.fact.Item;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.Term;
import dev.attune.engine.rule.evaluate.WalkedRule.Offer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what matching rules propose, each candidate once. Used by one thread. */
final class Proposals {
  /** More candidates in one evaluation are an overrun. */
  static final int LIMIT = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);

  private final List<Found> found = new ArrayList<>();
  private final @Nullable Matches matches;
  private boolean full;

  Proposals() {
    this(null);
  }

  /**
   * @param matches is told how the walked rules match
   */
  Proposals(@Nullable Matches matches) {
    this.matches = matches;
  }

  boolean isExplained() {
    return matches != null;
  }

  /** What was gathered up to now, as an answer. */
  Findings findings(Findings.Question asked, int steps) {
    List<Matches.Way> ways = matches == null ? List.of() : matches.ways();
    return new Findings(asked, List.copyOf(found), ways, full, steps);
  }

  void add(Findings others) {
    if (found.isEmpty()) found.addAll(others.found());
    else others.found().forEach(this::add);
    full |= others.isFull();
    if (matches != null) matches.add(others.ways());
  }

  /** Walks a selected rule; one that breaks proposes nothing more. */
  void walk(Selection.Entry selected, Row row) {
    WalkedRule rule = selected.rule();
    try {
      for (Conjunction way : selected.ways()) {
        if (way.walk(row, match -> add(rule, way, selected.offers(), match))) return;
      }
    } catch (RuntimeException broken) {
      LOG.debug("{} cannot be evaluated", rule.rule().ref(), broken);
    }
  }

  /** True when no more fit. */
  private boolean add(WalkedRule rule, Conjunction way, List<Offer> offers, Row row) {
    Function<String, @Nullable Object> bindings = name -> value(way, name, row);
    if (matches != null) matches.add(rule, way, row);
    for (Offer offer : offers) add(rule, offer, bindings);
    return full;
  }

  private void add(WalkedRule rule, Offer offer, Function<String, @Nullable Object> bindings) {
    Propose propose = offer.propose();
    Object about = propose.about() == null ? null : propose.about().value(bindings);
    add(
        rule.order(),
        new Candidate(
            offer.card(),
            rule.rule().ref(),
            propose.because().value(bindings),
            propose.weight(),
            with(propose.with(), bindings),
            about instanceof Item item ? item : null));
  }

  void add(int order, Candidate candidate) {
    add(new Found(order, candidate));
  }

  private void add(Found one) {
    if (found.contains(one)) return;
    if (found.size() == LIMIT) full = true;
    else found.add(one);
  }

  private static Map<String, Object> with(
      Map<String, Term> terms, Function<String, @Nullable Object> bindings) {
    if (terms.isEmpty()) return Map.of();
    Map<String, Object> values = new LinkedHashMap<>();
    terms.forEach(
        (name, term) -> {
          Object value = term.value(bindings);
          if (value != null) values.put(name, value);
        });
    return Collections.unmodifiableMap(values);
  }

  private static @Nullable Object value(Conjunction way, String name, Row row) {
    Argument argument = way.scope().get(name);
    return argument == null ? null : argument.value(row);
  }

  boolean isFull() {
    return full;
  }

  /** In the order of rules. */
  List<Candidate> sorted() {
    if (found.size() > 1) found.sort(Found.ORDER);
    List<Candidate> candidates = new ArrayList<>(found.size());
    for (Found each : found) candidates.add(each.candidate());
    return Collections.unmodifiableList(candidates);
  }
}
