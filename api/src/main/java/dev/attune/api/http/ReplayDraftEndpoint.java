package dev.attune.api.http;

import dev.attune.api.replay.ReplayJson;
import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.DraftService;
import dev.attune.engine.publish.replay.ReplayReport;
import java.util.List;

/** {@code POST /v1/drafts/{id}/replay}: what a draft would have changed for recent decisions. */
public final class ReplayDraftEndpoint implements Endpoint {
  private final DraftService drafts;
  private final DraftReplay replay;

  public ReplayDraftEndpoint(DraftService drafts, DraftReplay replay) {
    this.drafts = drafts;
    this.replay = replay;
  }

  @Override
  public void serve(Exchange exchange) {
    Checked<ReplayWish> wish = ReplayWish.read(exchange.body());
    if (wish.problem() != null) exchange.refuse(wish.problem());
    else DraftEndpoints.find(exchange, drafts, draft -> replay(exchange, draft, wish.get()));
  }

  private void replay(Exchange exchange, Draft draft, ReplayWish wish) {
    replay.run(exchange, draft, wish, report -> answer(exchange, report, wish));
  }

  private static void answer(Exchange exchange, ReplayReport report, ReplayWish wish) {
    List<String> exceeded = wish.exceededBy(report);
    exchange.answer(
        200,
        json ->
            new ReplayJson(json)
                .write(
                    report,
                    head -> {
                      head.writeBooleanField("withinLimits", exceeded.isEmpty());
                      head.writeArrayFieldStart("exceeded");
                      for (String one : exceeded) head.writeString(one);
                      head.writeEndArray();
                    }));
  }
}
