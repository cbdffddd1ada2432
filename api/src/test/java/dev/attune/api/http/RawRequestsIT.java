package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.attune.api.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What no HTTP client of good will sends is answered once, and hides no second request. */
class RawRequestsIT {
  private static final String LAST =
      "GET /health/live HTTP/1.1\r\nHost: last\r\nConnection: close\r\n\r\n";

  private final RunningServer server = RunningServer.shared();

  @TestFactory
  Stream<DynamicTest> is_answered() throws IOException {
    return cases().stream()
        .map(each -> dynamicTest(each.get("name").toString(), () -> check(each)));
  }

  private void check(Map<String, Object> given) throws IOException {
    try (RawSocket socket = new RawSocket(server.address())) {
      socket.send(bytes(given) + LAST);

      String answers = socket.readToEnd();

      assertThat(RawSocket.statuses(answers)).as(answers).isEqualTo(expected(given));
      assertThat(answers).doesNotContain("dev.attune").doesNotContain("Exception");
    }
  }

  private static List<Integer> expected(Map<String, Object> given) {
    List<Integer> expected = new ArrayList<>();
    for (Object status : (List<?>) given.get("answers")) expected.add((Integer) status);
    if (!given.containsKey("ends")) expected.add(200);
    return expected;
  }

  private static String bytes(Map<String, Object> given) {
    String send = given.get("send").toString().replace("KEY", RunningServer.SERVER_KEY);
    int times = given.get("repeat") instanceof Integer repeat ? repeat : 0;
    return send.replace("REPEAT", "a".repeat(times));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> cases() throws IOException {
    try (InputStream yaml = RawRequestsIT.class.getResourceAsStream("/http/raw-requests.yaml")) {
      Load load = new Load(LoadSettings.builder().build());
      return (List<Map<String, Object>>) load.loadFromInputStream(yaml);
    }
  }
}
