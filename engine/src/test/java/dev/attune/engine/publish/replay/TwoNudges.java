package dev.attune.engine.publish.replay;

import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.attention.InMemoryAttentionLedger;
import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecorder;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.DecisionService;
import dev.attune.engine.decision.InMemoryDecisionRecords;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.RulesFixture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * One sidebar with two nudges: one for teams of a size, which goes first, one for marketers. So
 * little that what anybody gets can be worked out on paper.
 */
final class TwoNudges {
  static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  static final PersonId ANA = PersonId.user("ana");

  private static final String VOCABULARY =
      """
      profile:
        role: { type: one-of, values: [marketer, engineer], label: "what you do", purpose: service, sayable: true }
        seats: { type: number, label: "how many seats you have", purpose: service }
      """;
  private static final String CARDS =
      """
      big-team: { kind: nudge, placements: [sidebar], class: educational, priority: 70, purpose: service, content: { title: "Team" } }
      for-marketers: { kind: nudge, placements: [sidebar], class: educational, priority: 50, purpose: service, content: { title: "Hello" } }
      """;
  private static final String RULES =
      """
      package nudges

      import dev.attune.engine.fact.*
      global dev.attune.engine.action.Decisions decisions

      // Teams of some size.
      rule "big team"
      when
          Profile( seats != null && seats >= %d )
      then
          decisions.nudge( "big-team" ).because( "has a team" );
      end

      // Marketers.
      rule "marketers"
      when
          Profile( role == "marketer" )
      then
          decisions.nudge( "for-marketers" ).because( "is a marketer" );
      end
      """;
  private static final String SEGMENTS =
      """
      package shared

      import dev.attune.engine.fact.*

      // Whoever is known to write code.
      rule "engineers"
      when
          Profile( role == "engineer" )
      then
          insertLogical( new Segment( "engineers" ) );
      end
      """;

  private TwoNudges() {}

  /** For teams of so many seats, with so many interruptions a day. */
  static Release release(int seats, int aDay) {
    return RulesFixture.compiled(content(files(seats, aDay, "")));
  }

  /**
   * The same as files.
   *
   * @param more of the sidebar, such as {@code ", ceiling: 3"}
   */
  static Map<String, byte[]> files(int seats, int aDay, String more) {
    Map<String, byte[]> files = new TreeMap<>();
    put(files, "vocabulary.yaml", VOCABULARY);
    put(
        files,
        "placements.yaml",
        """
        placements:
          sidebar: { size: 1, kinds: [nudge], interrupts: true%s }
        attention:
          a-day: { kinds: [nudge], at-most: %d, per: day }
        """
            .formatted(more, aDay));
    put(files, "nudges/actions.yaml", CARDS);
    put(files, "nudges/nudges.drl", RULES.formatted(seats));
    put(files, "shared/segments.drl", SEGMENTS);
    return files;
  }

  private static void put(Map<String, byte[]> files, String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Content content(Map<String, byte[]> files) {
    Reading reading = ContentReader.read(files);
    if (reading instanceof Reading.Read read) return read.content();
    throw new IllegalStateException(reading.diagnostics().toString());
  }

  /** Decides for someone, for real. */
  static DecisionRecord decide(Release release, Known known) {
    return decide(release, known, ledger -> ledger);
  }

  static DecisionRecord decide(
      Release release, Known known, UnaryOperator<AttentionLedger> meanwhile) {
    ConcurrentMap<PersonId, Known> people = new ConcurrentHashMap<>(Map.of(known.person(), known));
    InMemoryDecisionRecords records = new InMemoryDecisionRecords();
    DecisionService service =
        new DecisionService(
            () -> new ReleaseRules(release),
            person -> CompletableFuture.completedFuture(known),
            meanwhile.apply(new InMemoryAttentionLedger(people)),
            Outcomes.NONE,
            new DecisionRecorder(records, 1, 1),
            DecisionIds.random(),
            Runnable::run,
            () -> NOW);
    DecisionRequest request =
        new DecisionRequest(
            known.person(),
            List.of(new PlacementRequest("sidebar", null)),
            VisitContext.EMPTY,
            false,
            false);
    String id = service.decide(request).toCompletableFuture().join().id();
    return records.load(id).toCompletableFuture().join().orElseThrow();
  }
}
