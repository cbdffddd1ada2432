package dev.attune.api.onboarding.dialogue;

import dev.attune.engine.fact.PersonId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a conversation remembers between two turns, so that any server can take the next one.
 * Immutable.
 *
 * @param session unguessable; whoever holds it may speak
 * @param turn how many turns the person took
 * @param questions how often the conversation asked something
 * @param asking the field the open question is about; null when none is open
 * @param slots by field name, in the vocabulary's order
 * @param undo what the last changes replaced, latest last, at most ten
 * @param reviewed stale or contradicted values that were already asked back once
 * @param lines what was said, oldest first, at most 120
 */
public record Conversation(
    String session,
    PersonId person,
    Phase phase,
    int turn,
    int questions,
    @Nullable String asking,
    Map<String, Slot> slots,
    List<Map<String, Slot>> undo,
    Set<String> reviewed,
    List<Line> lines) {
  private static final int UNDOABLE = 10;
  private static final int REMEMBERED_LINES = 120;

  public static Conversation start(String session, PersonId person) {
    return new Conversation(
        session, person, Phase.TALKING, 0, 0, null, Map.of(), List.of(), Set.of(), List.of());
  }

  /** The same conversation under another name of the same person. */
  public Conversation of(PersonId name) {
    return new Conversation(
        session, name, phase, turn, questions, asking, slots, undo, reviewed, lines);
  }

  public Slot slot(String field) {
    return slots.getOrDefault(field, new Slot.Open(0));
  }

  /** What is noted now, by field name, in the vocabulary's order. */
  public Map<String, Noted> noted() {
    Map<String, Noted> noted = new LinkedHashMap<>();
    slots.forEach((field, slot) -> slot.noted().ifPresent(value -> noted.put(field, value)));
    return noted;
  }

  public Optional<String> openQuestion() {
    return Optional.ofNullable(asking);
  }

  public Conversation with(String field, Slot slot) {
    Map<String, Slot> changed = new LinkedHashMap<>(slots);
    changed.put(field, slot);
    return new Conversation(
        session, person, phase, turn, questions, asking, changed, undo, reviewed, lines);
  }

  /** The same conversation with its question asked about {@code field}. */
  public Conversation asking(String field, Slot slot) {
    Conversation asked = with(field, slot);
    return new Conversation(
        session,
        person,
        Phase.TALKING,
        turn,
        questions + 1,
        field,
        asked.slots,
        undo,
        reviewed,
        lines);
  }

  /** The same conversation without an open question. */
  public Conversation in(Phase phase) {
    return in(phase, null);
  }

  Conversation in(Phase phase, @Nullable String asking) {
    return new Conversation(
        session, person, phase, turn, questions, asking, slots, undo, reviewed, lines);
  }

  public Conversation nextTurn() {
    return new Conversation(
        session, person, phase, turn + 1, questions, asking, slots, undo, reviewed, lines);
  }

  /** So that a second step within one turn counts once. */
  Conversation sameTurn() {
    return new Conversation(
        session, person, phase, turn - 1, questions, asking, slots, undo, reviewed, lines);
  }

  /** Remembers how the slots stood before a turn that changed them. */
  public Conversation undoable(Map<String, Slot> before) {
    if (before.isEmpty()) return this;
    List<Map<String, Slot>> steps = new ArrayList<>(undo);
    steps.add(before);
    return withUndo(steps.size() > UNDOABLE ? steps.subList(1, steps.size()) : steps);
  }

  Conversation withUndo(List<Map<String, Slot>> steps) {
    return new Conversation(
        session,
        person,
        phase,
        turn,
        questions,
        asking,
        slots,
        List.copyOf(steps),
        reviewed,
        lines);
  }

  Conversation reviewing(String value) {
    Set<String> more = new LinkedHashSet<>(reviewed);
    more.add(value);
    return new Conversation(
        session, person, phase, turn, questions, asking, slots, undo, more, lines);
  }

  public Conversation saying(Line line) {
    List<Line> more = new ArrayList<>(lines);
    more.add(line);
    List<Line> last = more.subList(Math.max(0, more.size() - REMEMBERED_LINES), more.size());
    return new Conversation(
        session, person, phase, turn, questions, asking, slots, undo, reviewed, List.copyOf(last));
  }
}
