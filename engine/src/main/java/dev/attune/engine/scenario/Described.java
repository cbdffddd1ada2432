package dev.attune.engine.scenario;

import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.TextGate;
import dev.attune.engine.text.YamlReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody an author describes in the words of a scenario's {@code people}, decided for without a
 * scenario: to look what such a person would get. Nobody real is read or written. Immutable.
 */
public final class Described {
  /** Who they are in the decision. */
  public static final PersonId PERSON = PersonId.user("described");

  private final Given given;

  private Described(Given given) {
    this.given = given;
  }

  /**
   * Reads a description.
   *
   * @param text a mapping in YAML or JSON, such as {@code {profile: {role: marketer}}}
   */
  public static Optional<Described> read(String text, Content content, Diagnostics diagnostics) {
    Diagnostics found = new Diagnostics();
    Optional<Given> given =
        TextGate.open("person", text.getBytes(StandardCharsets.UTF_8), found)
            .flatMap(source -> YamlReader.read(source, found))
            .map(person -> new GivenReader(new Checks(content, found)).read(person));
    diagnostics.addAll(found.sorted());
    return found.hasErrors() ? Optional.empty() : given.map(Described::new);
  }

  /**
   * What they would get, through the real engine.
   *
   * @param request asks for {@link #PERSON}
   */
  public Decision decide(Release release, DecisionRequest request, Instant now) {
    World world = new World(release, PERSON, now);
    world.begin(new Past(given, release.content(), now));
    return world.decide(request);
  }
}
