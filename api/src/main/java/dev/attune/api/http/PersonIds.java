package dev.attune.api.http;

import dev.attune.engine.fact.PersonId;
import org.jspecify.annotations.Nullable;

/** What may name a person: 1 to 256 characters, none of them a control character. */
public final class PersonIds {
  public static final int LONGEST = 256;

  private PersonIds() {}

  /** What is wrong with an id; null when it is good. */
  public static @Nullable String fault(String id) {
    if (id.isEmpty()) return "an id must not be empty";
    if (id.length() > LONGEST) return "an id has at most 256 characters, this one " + id.length();
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (Character.isISOControl(c)) return "an id must not hold control characters";
      if (Character.isSurrogate(c) && isLone(id, i)) return "an id must be well-formed Unicode";
    }
    return null;
  }

  private static boolean isLone(String id, int at) {
    char c = id.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 >= id.length() || !Character.isLowSurrogate(id.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(id.charAt(at - 1));
  }

  /** The person a path names; {@code ?anonymous=true} tells a visitor from a user. */
  public static Checked<PersonId> ofPath(Exchange exchange) {
    String id = exchange.parameter("id");
    String fault = fault(id);
    if (fault != null) return Checked.refused(Problem.badParameter(fault));
    String anonymous = exchange.query("anonymous");
    if (anonymous == null || anonymous.equals("false")) return Checked.good(PersonId.user(id));
    if (anonymous.equals("true")) return Checked.good(PersonId.anonymous(id));
    return Checked.refused(Problem.badParameter("anonymous is true or false"));
  }
}
