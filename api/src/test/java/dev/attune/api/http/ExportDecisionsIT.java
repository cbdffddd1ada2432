package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.api.RunningServer;
import dev.attune.api.replay.RemoteDecisions;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.codec.RecordCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExportDecisionsIT {
  private final RunningServer server = RunningServer.shared();

  @Test
  void the_decisions_of_the_last_hour_come_whole_and_newest_first() throws Exception {
    Set<String> made = new TreeSet<>();
    for (int i = 0; i < 20; i++) made.add(decide("exported-" + i));

    List<String> met = List.of();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!met.containsAll(made) && System.nanoTime() < end) met = export(1_000);

    assertThat(met).containsAll(made).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(met).doesNotHaveDuplicates();
  }

  @Test
  void no_more_come_than_were_asked_for() throws Exception {
    for (int i = 0; i < 20; i++) decide("exported-" + i);

    assertThat(export(5)).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void bad_parameters_are_named() {
    assertThat(server.get("/v1/decisions?last=8d").status()).isEqualTo(400);
    assertThat(server.get("/v1/decisions?limit=7").status()).isEqualTo(400);
    assertThat(server.get("/v1/decisions?before=x").status()).isEqualTo(400);
  }

  @Test
  void an_author_gets_none_and_is_told_why() {
    RemoteDecisions asked =
        new RemoteDecisions(server.address(), RunningServer.AUTHOR_KEY, "1h", 10);

    assertThatThrownBy(asked::next).isInstanceOf(IOException.class).hasMessageContaining("403");
  }

  private String decide(String person) {
    return server
        .post(
            "/v1/decisions",
            "{\"userId\": \"" + person + "\", \"placements\": [{\"id\": \"home.grid\"}]}")
        .at("/decisionId");
  }

  private List<String> export(long most) throws IOException {
    RemoteDecisions decisions =
        new RemoteDecisions(server.address(), RunningServer.SERVER_KEY, "1h", most);
    List<String> ids = new ArrayList<>();
    for (List<byte[]> page = decisions.next(); !page.isEmpty(); page = decisions.next()) {
      for (byte[] record : page) {
        DecisionRecord made = RecordCodec.decode(record);
        ids.add(made.id());
      }
    }
    return ids;
  }
}
