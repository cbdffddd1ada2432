package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.attune.api.RunningServer;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The table of operations and identities, cell by cell, against a running server. */
class AccessIT {
  private static final String PERSON = "access-person";
  private static final Proofs PROOFS =
      new Proofs(RunningServer.PERSON_SECRET, RunningServer.PERSON_SECRET, InstantSource.system());

  private final RunningServer server = RunningServer.shared();
  private final AccessTable table = AccessTable.load();

  /** Who calls, and what they show. */
  private enum Visitor {
    NO_KEY(Identity.NOBODY, "", ""),
    WRONG_KEY(Identity.NOBODY, "sk_wrong", ""),
    CLIENT(Identity.CLIENT, RunningServer.CLIENT_KEY, ""),
    CLIENT_WITH_PROOF(Identity.CLIENT, RunningServer.CLIENT_KEY, proofOf(PERSON)),
    CLIENT_WITH_PROOF_OF_ANOTHER(Identity.CLIENT, RunningServer.CLIENT_KEY, proofOf("somebody")),
    CLIENT_WITH_BROKEN_PROOF(Identity.CLIENT, RunningServer.CLIENT_KEY, "a.b.c"),
    SERVER(Identity.SERVER, RunningServer.SERVER_KEY, ""),
    AUTHOR(Identity.AUTHOR, RunningServer.AUTHOR_KEY, "");

    private final Identity identity;
    private final String key;
    private final String proof;

    Visitor(Identity identity, String key, String proof) {
      this.identity = identity;
      this.key = key;
      this.proof = proof;
    }

    boolean mayCall(Access access) {
      return access == Access.YES || (access == Access.OWN && this == CLIENT_WITH_PROOF);
    }
  }

  @TestFactory
  Stream<DynamicTest> every_cell_of_the_table_holds() {
    return Stream.of(Operation.values())
        .flatMap(
            operation ->
                Stream.of(Visitor.values())
                    .map(
                        visitor ->
                            dynamicTest(
                                operation.wire() + " by " + visitor.name().toLowerCase(),
                                () -> check(operation, visitor))));
  }

  private void check(Operation operation, Visitor visitor) {
    String path =
        operation
            .paths()
            .get(0)
            .replace("{id}", PERSON)
            .replace("{session}", session())
            .replace("{placement}", "home.grid")
            .replaceAll("\\{[^}]+}", "x");
    Map<String, String> headers =
        visitor.proof.isEmpty() ? Map.of() : Map.of(Proofs.HEADER, visitor.proof);

    int status =
        server
            .send(operation.method().name(), path, body(operation), visitor.key, headers)
            .status();

    Access access = table.of(operation, visitor.identity);
    if (visitor.mayCall(access)) {
      assertThat(status).isNotIn(401, 403).isLessThan(500);
    } else if (visitor.identity == Identity.NOBODY) {
      assertThat(status).isEqualTo(401);
    } else {
      assertThat(status).isIn(403, 404);
    }
  }

  /** A conversation of the person everything is about. */
  private String session() {
    return server
        .post("/v1/onboarding", "{\"userId\": \"" + PERSON + "\"}")
        .body()
        .path("session")
        .asText("none");
  }

  private static String body(Operation operation) {
    return switch (operation) {
      case DECIDE -> "{\"userId\": \"" + PERSON + "\", \"placements\": [{\"id\": \"home.grid\"}]}";
      case PREVIEW_DRAFT -> "{\"person\": {}, \"placements\": [{\"id\": \"home.grid\"}]}";
      case START_ONBOARDING -> "{\"userId\": \"" + PERSON + "\"}";
      case TAKE_TURN -> "{\"text\": \"I plan launches\"}";
      case CORRECT_PROFILE -> "{\"role\": \"marketer\"}";
      case SET_CONSENT -> "{\"purposes\": {\"email\": true}}";
      default -> operation.bodyLimit() == 0 ? null : "{}";
    };
  }

  private static String proofOf(String userId) {
    return HexFormat.of().formatHex(Hashes.hmac(RunningServer.PERSON_SECRET, userId));
  }

  @TestFactory
  Stream<DynamicTest> a_client_key_decides_for_the_anonymous_ids_it_was_given_and_no_others() {
    String minted =
        server
            .send("POST", "/v1/anonymous", "{}", RunningServer.CLIENT_KEY, Map.of())
            .at("/anonymousId");
    return Stream.of(
        dynamicTest("its own", () -> assertThat(decideFor(minted)).isEqualTo(200)),
        dynamicTest("made up", () -> assertThat(decideFor("visitor-1")).isEqualTo(403)),
        dynamicTest("altered", () -> assertThat(decideFor(minted + "x")).isEqualTo(403)),
        dynamicTest(
            "minted by another server",
            () -> {
              Proofs other =
                  new Proofs("another-secret-of-32-letters-long", "", InstantSource.system());
              assertThat(decideFor(other.mintAnonymous())).isEqualTo(403);
            }),
        dynamicTest(
            "minted with the same secret",
            () -> assertThat(decideFor(PROOFS.mintAnonymous())).isEqualTo(200)));
  }

  private int decideFor(String anonymousId) {
    String body =
        "{\"anonymousId\": \"" + anonymousId + "\", \"placements\": [{\"id\": \"home.grid\"}]}";
    return server.send("POST", "/v1/decisions", body, RunningServer.CLIENT_KEY, Map.of()).status();
  }
}
