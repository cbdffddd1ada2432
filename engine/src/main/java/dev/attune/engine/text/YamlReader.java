package dev.attune.engine.text;

import dev.attune.engine.text.YamlTree.Entry;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import dev.attune.engine.text.YamlTree.Sequence;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document into a tree. Refuses what could surprise: duplicate keys, anchors and
 * aliases, tags, several documents, deep nesting.
 */
public final class YamlReader {
  /** Mappings and lists inside each other. */
  public static final int DEEPEST = 20;

  private final SourceText source;
  private final Diagnostics diagnostics;
  private final Iterator<Event> events;

  private YamlReader(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    LoadSettings settings = LoadSettings.builder().setLabel(source.file()).build();
    this.events = new Parse(settings).parseString(source.text()).iterator();
  }

  /** The document's mapping; empty, with diagnostics, when it is no well-formed mapping. */
  public static Optional<Mapping> read(SourceText source, Diagnostics diagnostics) {
    try {
      return new YamlReader(source, diagnostics).document();
    } catch (Refused refused) {
      diagnostics.error(refused.place, "yaml", refused.problem);
    } catch (MarkedYamlEngineException e) {
      Place place = e.getProblemMark().map(mark -> at(source, mark)).orElse(start(source));
      diagnostics.error(place, "yaml", "this is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      diagnostics.error(start(source), "yaml", "this is not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private Optional<Mapping> document() {
    expect(Event.ID.StreamStart);
    Event first = events.next();
    if (first.getEventId() == Event.ID.StreamEnd) {
      return Optional.of(new Mapping(Map.of(), start(source)));
    }
    YamlTree tree = node(events.next(), 0);
    expect(Event.ID.DocumentEnd);
    Event last = events.next();
    if (last.getEventId() != Event.ID.StreamEnd) {
      throw new Refused(at(last), "only one document may stand in a file. Delete the \"---\"");
    }
    if (tree instanceof Mapping mapping) return Optional.of(mapping);
    if (tree instanceof Scalar scalar && scalar.isNothing()) {
      return Optional.of(new Mapping(Map.of(), tree.place()));
    }
    throw new Refused(tree.place(), "the file is to be a mapping of names: \"name: …\"");
  }

  private YamlTree node(Event event, int depth) {
    if (depth > DEEPEST) {
      throw new Refused(at(event), "nested deeper than " + DEEPEST + " levels. Flatten it");
    }
    if (event instanceof AliasEvent) {
      throw new Refused(at(event), "aliases (*name) are not allowed. Write the value again");
    }
    refuseAnchor(event);
    if (event instanceof ScalarEvent scalar) {
      refuseTag(event, scalar.getTag());
      return new Scalar(scalar.getValue(), scalar.isPlain(), at(event));
    }
    refuseTag(event, ((CollectionStartEvent) event).getTag());
    return event.getEventId() == Event.ID.SequenceStart
        ? sequence(event, depth)
        : mapping(event, depth);
  }

  private Sequence sequence(Event start, int depth) {
    List<YamlTree> items = new ArrayList<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(next, depth + 1));
      next = events.next();
    }
    return new Sequence(List.copyOf(items), at(start));
  }

  private Mapping mapping(Event start, int depth) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.MappingEnd) {
      YamlTree key = node(next, depth + 1);
      if (!(key instanceof Scalar name)) {
        throw new Refused(key.place(), "a key is to be a plain name");
      }
      Entry entry = new Entry(key.place(), node(events.next(), depth + 1));
      Entry earlier = entries.putIfAbsent(name.text(), entry);
      if (earlier != null) {
        diagnostics.error(
            key.place(),
            "duplicate-key",
            "\""
                + name.text()
                + "\" stands here twice, first in line "
                + earlier.keyPlace().line()
                + ". Keep one");
      }
      next = events.next();
    }
    return new Mapping(entries, at(start));
  }

  private void refuseAnchor(Event event) {
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw new Refused(at(event), "anchors (&name) are not allowed. Write the value where needed");
    }
  }

  private void refuseTag(Event event, Optional<String> tag) {
    if (tag.isPresent() && !tag.get().equals("!")) {
      throw new Refused(at(event), "tags (!name) are not allowed. Write the plain value");
    }
  }

  private void expect(Event.ID expected) {
    Event event = events.next();
    if (event.getEventId() != expected) throw new Refused(at(event), "this is not YAML");
  }

  private Place at(Event event) {
    return event.getStartMark().map(mark -> at(source, mark)).orElse(start(source));
  }

  private static Place at(SourceText source, Mark mark) {
    return new Place(source.file(), mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Place start(SourceText source) {
    return new Place(source.file(), 1, 1);
  }

  /** Ends the reading of one file; never leaves this class. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Place place;
    private final String problem;

    Refused(Place place, String problem) {
      super(problem, null, false, false);
      this.place = place;
      this.problem = problem;
    }
  }
}
