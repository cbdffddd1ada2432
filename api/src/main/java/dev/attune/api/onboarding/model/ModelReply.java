package dev.attune.api.onboarding.model;

/** What became of one call. */
public sealed interface ModelReply {
  /** The provider's own count; zero when it gave none. */
  Usage usage();

  /** A complete answer. */
  record Answered(String text, Usage usage) implements ModelReply {}

  /** No answer that could be used. */
  record Failed(Failure failure, Usage usage) implements ModelReply {
    static Failed of(Failure failure) {
      return new Failed(failure, Usage.NONE);
    }
  }
}
