package dev.attune.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Placement;
import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.Surfaces.Arrangement;
import dev.attune.engine.rule.Content;
import dev.attune.engine.text.Nearest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code PUT …/placements/{placement}}: {@code {pinned: [action], hidden: [action]}}, the
 * whole of a person's arrangement of it. A list that is left out is empty.
 */
final class ArrangementReader {
  private static final int MOST = 50;

  private final Content content;
  private final Fields fields;
  private final Placement placement;

  private ArrangementReader(Content content, Fields fields, Placement placement) {
    this.content = content;
    this.fields = fields;
    this.placement = placement;
  }

  static Checked<List<Change>> read(byte[] body, String id, Content content, Instant now) {
    Placement placement = content.placements().byId().get(id);
    if (placement == null) {
      String maybe = Nearest.maybe(id, content.placements().byId().keySet());
      return Checked.refused(Problem.notFound("There is no placement \"" + id + "\"." + maybe));
    }
    Checked<Fields> fields = Fields.of(body);
    return fields.problem() != null
        ? Checked.refused(fields.problem())
        : new ArrangementReader(content, fields.get(), placement).read(now);
  }

  private Checked<List<Change>> read(Instant now) {
    List<String> pinned = List.copyOf(actions("pinned"));
    Set<String> hidden = Set.copyOf(actions("hidden"));
    if (placement.interrupts() && !pinned.isEmpty()) {
      fields.fault("pinned", "nothing is pinned where a choice interrupts");
    }
    for (int i = 0; i < pinned.size(); i++) {
      if (hidden.contains(pinned.get(i))) fields.fault("pinned/" + i, "is hidden, too");
    }
    Problem problem = fields.problem();
    if (problem != null) return Checked.refused(problem);
    Arrangement arrangement = new Arrangement(pinned, hidden, now);
    return Checked.good(List.of(new Change.Arranged(placement.id(), arrangement)));
  }

  private Set<String> actions(String name) {
    JsonNode list = fields.node(name);
    if (list == null) return Set.of();
    if (!list.isArray() || list.size() > MOST) {
      fields.fault(name, "an array of at most " + MOST + " ids of actions is needed");
      return Set.of();
    }
    Set<String> actions = new LinkedHashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String fault = fault(list.get(i));
      if (fault.isEmpty()) actions.add(list.get(i).asText());
      else fields.fault(name + "/" + i, fault);
    }
    return actions;
  }

  private String fault(JsonNode action) {
    if (!action.isTextual()) return "the id of an action is needed";
    ActionCard card = content.cards().get(action.asText());
    boolean here = card != null && card.placements().contains(placement.id());
    return here ? "" : "no such action stands here." + Nearest.maybe(action.asText(), fitting());
  }

  private List<String> fitting() {
    List<String> fitting = new ArrayList<>();
    content
        .cards()
        .forEach(
            (id, card) -> {
              if (card.placements().contains(placement.id())) fitting.add(id);
            });
    return fitting;
  }
}
