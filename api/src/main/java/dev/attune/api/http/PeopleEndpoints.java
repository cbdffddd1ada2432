package dev.attune.api.http;

import dev.attune.api.http.ExportWriter.Everything;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.decision.DecisionRecorder;
import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.Export;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Surfaces;
import dev.attune.engine.fact.Write;
import dev.attune.engine.fact.Written;
import dev.attune.engine.rule.Content;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is kept about a person: see it, correct it, take it along, have it erased. */
public final class PeopleEndpoints {
  private static final String NEVER_HEARD = "Nothing is known of such a person.";

  /** More than anybody's screens ask for in the time records are kept; what bounds an answer. */
  private static final int MOST_DECISIONS = 2000;

  private final FactStore facts;
  private final AttentionLedger ledger;
  private final Supplier<Content> content;
  private final Consumer<PersonId> forget;
  private final Conversations conversations;
  private final DecisionRecorder decided;
  private final InstantSource clock;

  /** What people said in conversations. */
  public interface Conversations {
    /** All that is kept under a person's names, as a JSON array. */
    CompletionStage<String> export(List<PersonId> names);
  }

  /**
   * @param forget drops what this server remembers of an erased person
   */
  public PeopleEndpoints(
      FactStore facts,
      AttentionLedger ledger,
      Supplier<Content> content,
      Consumer<PersonId> forget,
      Conversations conversations,
      DecisionRecorder decided,
      InstantSource clock) {
    this.facts = facts;
    this.ledger = ledger;
    this.content = content;
    this.forget = forget;
    this.conversations = conversations;
    this.decided = decided;
    this.clock = clock;
  }

  public void addTo(Map<Operation, Endpoint> endpoints) {
    endpoints.put(Operation.READ_PERSON, exchange -> forPerson(exchange, this::read));
    endpoints.put(Operation.EXPORT_PERSON, exchange -> forPerson(exchange, this::export));
    endpoints.put(Operation.ERASE_PERSON, exchange -> forPerson(exchange, this::erase));
    endpoints.put(Operation.CORRECT_PROFILE, exchange -> forPerson(exchange, this::correct));
    endpoints.put(Operation.ARRANGE_PLACEMENT, exchange -> forPerson(exchange, this::arrange));
    endpoints.put(Operation.SET_CONSENT, exchange -> forPerson(exchange, this::consent));
  }

  private void arrange(Exchange exchange, PersonId person) {
    String placement = exchange.parameter("placement");
    Instant now = now();
    enter(
        exchange,
        person,
        now,
        ArrangementReader.read(exchange.body(), placement, content.get(), now));
  }

  private interface ForPerson {
    void serve(Exchange exchange, PersonId person);
  }

  /** Goes on for the person in the path, if the caller may act for them. */
  private static void forPerson(Exchange exchange, ForPerson next) {
    Checked<PersonId> person = PersonIds.ofPath(exchange);
    if (person.problem() != null) {
      exchange.refuse(person.problem());
    } else if (!exchange.mayActFor(person.get())) {
      exchange.refuse(Problem.forbidden(Exchange.NOT_PROVEN));
    } else {
      next.serve(exchange, person.get());
    }
  }

  private void read(Exchange exchange, PersonId person) {
    exchange.when(
        facts.load(person).thenCompose(this::unlessNothing),
        known -> {
          if (known.isEmpty()) {
            exchange.refuse(Problem.notFound(NEVER_HEARD));
          } else {
            exchange.answer(200, json -> new PersonWriter(json).known(known.get()));
          }
        });
  }

  /** Somebody may be known by what they agreed to, and by nothing else. */
  private CompletionStage<Optional<Known>> unlessNothing(Known known) {
    if (!isNothing(known)) return CompletableFuture.completedFuture(Optional.of(known));
    return facts
        .export(known.person())
        .thenApply(all -> all.consents().isEmpty() ? Optional.empty() : Optional.of(known));
  }

  private static boolean isNothing(Known known) {
    return known.profile().isEmpty()
        && known.counters().isEmpty()
        && known.items().isEmpty()
        && known.encounters().isEmpty()
        && known.attention().reserved().isEmpty()
        && known.attention().spent().isEmpty()
        && known.surfaces().equals(Surfaces.UNTOUCHED);
  }

  private void export(Exchange exchange, PersonId person) {
    exchange.when(
        facts.export(person).thenCompose(this::everything),
        all -> exchange.answer(200, json -> new ExportWriter(json).write(all)));
  }

  private CompletionStage<Everything> everything(Export export) {
    PersonId person = export.known().person();
    List<PersonId> names = new ArrayList<>(export.merged());
    names.add(0, person);
    return conversations
        .export(names)
        .thenCompose(
            said ->
                ledger
                    .reactions(person)
                    .thenCombine(
                        decided.byPerson(person, MOST_DECISIONS),
                        (outcomes, made) -> new Everything(export, outcomes, said, made)));
  }

  private void erase(Exchange exchange, PersonId person) {
    exchange.when(
        facts.erase(person),
        something -> {
          forget.accept(person);
          exchange.answer(204);
        });
  }

  private void correct(Exchange exchange, PersonId person) {
    Instant now = now();
    Vocabulary vocabulary = content.get().vocabulary();
    Checked<List<Change>> changes = ProfileCorrection.read(exchange.body(), vocabulary, now);
    String known =
        exchange.maySetFacts() ? null : ProfileCorrection.notAsked(changes.value(), vocabulary);
    if (known == null) {
      enter(exchange, person, now, changes);
    } else {
      exchange.refuse(
          Problem.forbidden("\"" + known + "\" is not asked of people; a server key sets it."));
    }
  }

  private void consent(Exchange exchange, PersonId person) {
    Instant now = now();
    enter(exchange, person, now, ConsentReader.read(exchange.body(), now));
  }

  private void enter(
      Exchange exchange, PersonId person, Instant now, Checked<List<Change>> changes) {
    if (changes.problem() != null) {
      exchange.refuse(changes.problem());
      return;
    }
    Write write = new Write(UUID.randomUUID().toString(), now, changes.get());
    exchange.when(
        facts.write(person, write),
        written -> {
          if (written == Written.ERASED) {
            exchange.refuse(
                Problem.conflict("The person was erased; only consent brings them back."));
          } else {
            exchange.answer(204);
          }
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
