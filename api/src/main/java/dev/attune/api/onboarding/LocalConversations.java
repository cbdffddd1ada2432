package dev.attune.api.onboarding;

import dev.attune.engine.fact.PersonId;
import dev.attune.engine.profile.ConversationStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Conversations of one process, for the terminal. Safe for any thread. */
public final class LocalConversations implements ConversationStore {
  private final Map<String, Stored> stored = new HashMap<>();
  private final Map<PersonId, String> sessions = new HashMap<>();
  private final Map<String, String> claims = new HashMap<>();

  @Override
  public synchronized CompletionStage<Optional<Stored>> load(String session) {
    return done(Optional.ofNullable(stored.get(session)));
  }

  @Override
  public synchronized CompletionStage<Optional<String>> sessionOf(PersonId person) {
    return done(Optional.ofNullable(sessions.get(person)));
  }

  @Override
  public synchronized CompletionStage<Boolean> claim(String session, String token) {
    return done(claims.putIfAbsent(session, token) == null);
  }

  @Override
  public synchronized CompletionStage<Void> release(String session, String token) {
    claims.remove(session, token);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletionStage<Boolean> save(
      String session, PersonId person, Stored conversation) {
    stored.put(session, conversation);
    sessions.put(person, session);
    return done(true);
  }

  @Override
  public synchronized CompletionStage<Void> erase(PersonId person) {
    String session = sessions.remove(person);
    if (session != null) stored.remove(session);
    return CompletableFuture.completedFuture(null);
  }

  private static <T> CompletionStage<T> done(T value) {
    return CompletableFuture.completedFuture(value);
  }
}
