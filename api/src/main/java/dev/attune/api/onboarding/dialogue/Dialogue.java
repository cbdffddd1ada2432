package dev.attune.api.onboarding.dialogue;

import dev.attune.api.onboarding.dialogue.Slot.Asked;
import dev.attune.api.onboarding.dialogue.Slot.Confirming;
import dev.attune.api.onboarding.dialogue.Slot.Declined;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.vocabulary.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The conversation's rules: from one state and one move to the next state, the facts it changed and
 * what to say. Pure; made for one vocabulary; safe for any thread.
 */
public final class Dialogue {
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final NextQuestion nextQuestion;
  private final OpenQuestion openQuestion;
  private final Hearing hearing;
  private final Filling filling;
  private final Reviews reviews;

  /** Talks about the profile fields that declare a question. */
  public Dialogue(Collection<Field> profile) {
    profile.stream()
        .filter(field -> field.question() != null)
        .forEach(field -> fields.put(field.name(), field));
    nextQuestion = new NextQuestion(fields.values());
    openQuestion = new OpenQuestion(fields);
    hearing = new Hearing(fields.values());
    filling = new Filling(fields);
    reviews = new Reviews(fields.values());
  }

  /** The fields it talks about, most valuable first. */
  public Map<String, Field> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /**
   * Starts or resumes.
   *
   * @param known the stored profile
   * @param contradicted fields the person's behaviour speaks against
   */
  public Step begin(
      Conversation before, Map<String, ProfileValue> known, Set<String> contradicted, Instant now) {
    Conversation reviewed = reviews.review(before, known, contradicted, now);
    return OpenQuestion.isIn(reviewed) ? again(before, reviewed) : goOn(before, reviewed, Map.of());
  }

  /** Takes a message, given what was found in it. */
  public Step hear(Conversation before, Findings findings) {
    Conversation heard = hearing.hear(before.nextTurn(), findings);
    Step step = goOn(before, undoable(before, heard), findings.ranked());
    return new Step(step.next(), step.changes(), !findings.isEmpty(), step.intent());
  }

  /** Takes a button or a command. {@code Say} is taken by {@link #hear}. */
  public Step move(Conversation before, Move move, Instant now) {
    Conversation next = before.nextTurn();
    if (move instanceof Move.Choose choose) {
      return settled(before, filling.choose(next, choose, now));
    }
    if (move instanceof Move.Name name) return settled(before, filling.name(next, name, now));
    if (move instanceof Move.Remove remove) return decline(before, next, remove.field());
    if (move instanceof Move.Agree yes) return agree(before, next, yes, now);
    if (move instanceof Move.Disagree) return disagree(before, next);
    if (move instanceof Move.Pick pick) return pick(before, next, pick, now);
    if (move instanceof Move.Forget) return forget(before, next);
    if (move instanceof Move.Greet) return settled(before, next);
    if (move instanceof Move.Undo) return undo(before, next);
    if (move instanceof Move.Skip skip) return skip(before, next, skip);
    if (move instanceof Move.Why) return explain(next);
    if (move instanceof Move.Later) return quiet(next.in(Phase.LATER), new Intent.Pause());
    if (move instanceof Move.Finish) return quiet(next.in(Phase.DONE), new Intent.Farewell());
    if (move instanceof Move.ShowNoted) return quiet(next.in(Phase.RECAP), new Intent.Recap());
    throw new IllegalArgumentException("a message is heard, not moved");
  }

  /** Takes a command that stood beside what a message said. */
  public Step also(Step said, Move move, Instant now) {
    Step step = move(said.next().sameTurn(), move, now);
    List<Change> changes = new ArrayList<>(said.changes());
    changes.addAll(step.changes());
    return new Step(step.next(), changes, true, step.intent());
  }

  /**
   * Whether a command makes sense as the conversation stands. A yes or a no must have been asked
   * for, a picked value offered; otherwise they are read as words.
   */
  public boolean takes(Conversation now, Move move) {
    if (move instanceof Move.Pick pick) return openQuestion.offer(now, pick).isPresent();
    boolean answer = move instanceof Move.Agree || move instanceof Move.Disagree;
    return !answer || isRecap(now) || OpenQuestion.doubted(now).isPresent();
  }

  private Step pick(Conversation before, Conversation next, Move.Pick pick, Instant now) {
    Optional<Offer> offer = openQuestion.offer(before, pick);
    String field = before.asking();
    if (field == null || offer.isEmpty()) return settled(before, next);
    return settled(before, filling.choose(next, new Move.Choose(field, offer.get().value()), now));
  }

  private Step forget(Conversation before, Conversation next) {
    Conversation empty = next.in(Phase.RECAP);
    for (String field : next.noted().keySet()) {
      empty = empty.with(field, new Declined(next.slot(field).asks()));
    }
    Conversation undoable = undoable(before, empty);
    return new Step(undoable, changes(before, undoable), true, new Intent.Recap());
  }

  private static boolean isRecap(Conversation now) {
    return now.phase() == Phase.RECAP && now.asking() == null;
  }

  /** A yes keeps the value that was doubted, as said now; to several values it picks none. */
  private Step agree(Conversation before, Conversation next, Move.Agree yes, Instant now) {
    if (isRecap(before)) return quiet(next.in(Phase.DONE), new Intent.Farewell());
    Optional<Confirming> doubtful = OpenQuestion.doubted(before);
    Noted kept = doubtful.map(Confirming::kept).orElse(null);
    boolean one = doubtful.isPresent() && doubtful.get().doubt().isAboutOneValue();
    if (kept == null || !one) return settled(before, next);
    String field = Objects.requireNonNull(before.asking());
    return settled(before, filling.confirm(next, field, kept, yes.words(), now));
  }

  /** A no takes the doubted value away and asks openly, or asks what to change. */
  private Step disagree(Conversation before, Conversation next) {
    if (isRecap(before)) return quiet(next, new Intent.Amend());
    String field = next.asking();
    if (field == null || OpenQuestion.doubted(before).isEmpty()) return settled(before, next);
    return settled(before, next.with(field, new Slot.Open(Math.min(1, next.slot(field).asks()))));
  }

  /** What the conversation would say as it stands; changes nothing. */
  public Intent standing(Conversation now) {
    if (OpenQuestion.isIn(now)) return openQuestion.said(now);
    return switch (now.phase()) {
      case LATER -> new Intent.Pause();
      case DONE -> new Intent.Farewell();
      case TALKING, RECAP -> new Intent.Recap();
    };
  }

  private Step skip(Conversation before, Conversation next, Move.Skip skip) {
    Optional<String> field = Optional.ofNullable(skip.field()).or(next::openQuestion);
    if (field.isEmpty()) return settled(before, next);
    boolean keeps =
        next.slot(field.get()) instanceof Confirming doubtful && doubtful.kept() != null;
    if (!keeps) return decline(before, next, field.get());
    Slot kept = NextQuestion.withoutDoubt((Confirming) next.slot(field.get()));
    return settled(before, next.with(field.get(), kept));
  }

  private Step decline(Conversation before, Conversation next, String field) {
    return settled(before, next.with(field, new Declined(next.slot(field).asks())));
  }

  private Step undo(Conversation before, Conversation next) {
    if (next.undo().isEmpty()) return settled(before, next);
    int last = next.undo().size() - 1;
    Conversation restored = next.withUndo(next.undo().subList(0, last));
    for (Map.Entry<String, Slot> slot : next.undo().get(last).entrySet()) {
      restored = restored.with(slot.getKey(), slot.getValue());
      boolean question = slot.getValue() instanceof Asked || slot.getValue() instanceof Confirming;
      if (question) restored = restored.in(Phase.TALKING, slot.getKey());
    }
    return OpenQuestion.isIn(restored) ? again(before, restored) : goOn(before, restored, Map.of());
  }

  private Step explain(Conversation next) {
    String field = next.asking();
    if (field == null) return quiet(next.in(Phase.RECAP), new Intent.Recap());
    return quiet(next, new Intent.Explain(field, openQuestion.offers(next, field)));
  }

  /** A button about another field leaves the open question open. */
  private Step settled(Conversation before, Conversation after) {
    Conversation undoable = undoable(before, after);
    return OpenQuestion.isIn(undoable) ? again(before, undoable) : goOn(before, undoable, Map.of());
  }

  /** Says the open question once more; that does not count as asking. */
  private Step again(Conversation before, Conversation now) {
    String field = Objects.requireNonNull(now.asking());
    return new Step(
        now.in(Phase.TALKING, field), changes(before, now), true, openQuestion.said(now));
  }

  private Step goOn(Conversation before, Conversation heard, Map<String, List<Offer>> ranked) {
    NextQuestion.Asking asking = nextQuestion.after(heard, ranked);
    return new Step(asking.next(), changes(before, asking.next()), true, asking.intent());
  }

  private static Step quiet(Conversation next, Intent intent) {
    return new Step(next, List.of(), true, intent);
  }

  private List<Change> changes(Conversation before, Conversation after) {
    List<Change> changes = new ArrayList<>();
    for (String field : fields.keySet()) {
      Noted was = before.slot(field).noted().orElse(null);
      Noted is = after.slot(field).noted().orElse(null);
      if (!Objects.equals(was, is)) changes.add(new Change(field, was, is));
    }
    return changes;
  }

  /** A turn can be taken back when it filled, declined or doubted a slot. */
  private Conversation undoable(Conversation before, Conversation after) {
    Map<String, Slot> changed = new LinkedHashMap<>();
    for (String field : fields.keySet()) {
      Slot was = before.slot(field);
      if (!was.equals(after.slot(field))) changed.put(field, was);
    }
    return after.undoable(changed);
  }
}
