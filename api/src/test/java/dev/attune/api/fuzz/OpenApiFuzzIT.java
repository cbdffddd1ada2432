package dev.attune.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import dev.attune.api.Contract;
import dev.attune.api.RunningServer;
import dev.attune.api.fuzz.DocumentedCalls.Operation;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is sent to whichever operation: the answer is in the document, and never a failure. */
class OpenApiFuzzIT {
  private static final DocumentedCalls CALLS = new DocumentedCalls(Contract.document());
  private static RunningServer server;

  @BeforeContainer
  static void start() {
    server = RunningServer.start(Map.of());
  }

  @AfterContainer
  static void stop() {
    server.close();
  }

  @Property(tries = 6000, seed = "20261127", shrinking = ShrinkingMode.OFF)
  void no_call_brings_the_server_to_fail(@ForAll("calls") Tuple2<Operation, Long> call) {
    Answer answer = server.send(request(call));

    assertThat(answer.status()).as(answer.text()).isLessThan(500);
    if (answer.status() >= 400) {
      assertThat(answer.text()).doesNotContain("dev.attune").doesNotContain("java.");
    }
  }

  private static HttpRequest request(Tuple2<Operation, Long> call) {
    return CALLS.request(server.address(), call.get1(), new Random(call.get2()));
  }

  @Provide
  Arbitrary<Tuple2<Operation, Long>> calls() {
    return Arbitraries.of(CALLS.operations())
        .flatMap(each -> Arbitraries.longs().map(seed -> Tuple.of(each, seed)));
  }
}
