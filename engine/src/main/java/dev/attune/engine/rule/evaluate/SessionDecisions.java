package dev.attune.engine.rule.evaluate;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Candidate;
import dev.attune.engine.action.Decisions;
import dev.attune.engine.action.Proposal;
import dev.attune.engine.fact.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** The verbs as a session's rules call them. Used by one thread. */
final class SessionDecisions implements Decisions {
  private final Map<String, RuleOffers> rules;
  private final Set<String> placementIds;
  private final Proposals proposals;
  private final List<Draft> drafts = new ArrayList<>();

  SessionDecisions(Map<String, RuleOffers> rules, Set<String> placementIds, Proposals proposals) {
    this.rules = rules;
    this.placementIds = placementIds;
    this.proposals = proposals;
  }

  /** Tells which rule made the drafts, once it has fired. */
  AgendaEventListener firings() {
    return new DefaultAgendaEventListener() {
      @Override
      public void afterMatchFired(AfterMatchFiredEvent event) {
        RuleOffers rule = rules.get(event.getMatch().getRule().getName());
        if (rule != null) drafts.forEach(draft -> draft.propose(rule));
        drafts.clear();
      }
    };
  }

  @Override
  public Proposal nudge(String action) {
    return draft(action);
  }

  @Override
  public Proposal tour(String action) {
    return draft(action);
  }

  @Override
  public Proposal module(String action) {
    return draft(action);
  }

  @Override
  public Proposal message(String action) {
    return draft(action);
  }

  @Override
  public Proposal checklist(String action) {
    return draft(action);
  }

  private Proposal draft(String action) {
    Draft draft = new Draft(action);
    drafts.add(draft);
    return draft;
  }

  private final class Draft implements Proposal {
    private final String action;
    private final Map<String, Object> with = new LinkedHashMap<>();
    private String because = "";
    private double weight = 1;
    private @Nullable Item about;

    Draft(String action) {
      this.action = action;
    }

    void propose(RuleOffers rule) {
      ActionCard card = rule.cards().get(action);
      if (card == null || card.placements().stream().noneMatch(placementIds::contains)) return;
      Map<String, Object> parameters =
          with.isEmpty() ? Map.of() : Collections.unmodifiableMap(with);
      proposals.add(
          rule.order(), new Candidate(card, rule.ref(), because, weight, parameters, about));
    }

    @Override
    public Proposal because(String reason) {
      because = reason;
      return this;
    }

    @Override
    public Proposal with(String name, @Nullable Object value) {
      if (value != null) with.put(name, value);
      return this;
    }

    @Override
    public Proposal weight(double weight) {
      this.weight = weight;
      return this;
    }

    @Override
    public Proposal about(Item item) {
      about = item;
      return this;
    }
  }
}
