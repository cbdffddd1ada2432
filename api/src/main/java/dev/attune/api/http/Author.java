package dev.attune.api.http;

import dev.attune.engine.publish.Signature;
import java.util.Optional;

/** Reads who publishes, why, and on top of what: {@code {author?, message?}} and the headers. */
final class Author {
  private static final int LONGEST_NAME = 128;
  private static final int LONGEST_MESSAGE = 2_000;

  private Author() {}

  /** From a JSON body; an empty body signs with the key's name. */
  static Checked<Signature> read(Exchange exchange) {
    if (exchange.body().length == 0) return signed(exchange, "", "");
    Checked<Fields> checked = Fields.of(exchange.body());
    if (checked.problem() != null) return Checked.refused(checked.problem());
    Fields fields = checked.get();
    String author = fields.node("author") == null ? "" : fields.text("author", LONGEST_NAME);
    String message = fields.node("message") == null ? "" : fields.text("message", LONGEST_MESSAGE);
    Problem problem = fields.problem();
    return problem == null ? signed(exchange, author, message) : Checked.refused(problem);
  }

  /** From the query, where the body is an archive. */
  static Checked<Signature> ofQuery(Exchange exchange) {
    String author = Optional.ofNullable(exchange.query("author")).orElse("");
    String message = Optional.ofNullable(exchange.query("message")).orElse("");
    if (author.length() > LONGEST_NAME || message.length() > LONGEST_MESSAGE)
      return Checked.refused(
          Problem.badParameter("author takes 128 characters, message takes 2000."));
    return signed(exchange, author, message);
  }

  private static Checked<Signature> signed(Exchange exchange, String author, String message) {
    Checked<Optional<Long>> match = ReleaseTags.match(exchange);
    if (match.problem() != null) return Checked.refused(match.problem());
    Checked<Optional<String>> key = ReleaseTags.requestKey(exchange);
    if (key.problem() != null) return Checked.refused(key.problem());
    String name = author.isBlank() ? exchange.caller().key() : author;
    return Checked.good(
        new Signature(name, message, match.get().orElse(null), key.get().orElse(null)));
  }
}
