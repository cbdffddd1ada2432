package dev.attune.api.http;

import dev.attune.engine.fact.PersonId;

/** People as paths name them. */
public final class PersonIds {
  private PersonIds() {}

  /** The person a path names; {@code ?anonymous=true} tells a visitor from a user. */
  public static Checked<PersonId> ofPath(Exchange exchange) {
    String id = exchange.parameter("id");
    String fault = PersonId.fault(id);
    if (fault != null) return Checked.refused(Problem.badParameter(fault));
    String anonymous = exchange.query("anonymous");
    if (anonymous == null || anonymous.equals("false")) return Checked.good(PersonId.user(id));
    if (anonymous.equals("true")) return Checked.good(PersonId.anonymous(id));
    return Checked.refused(Problem.badParameter("anonymous is true or false"));
  }
}
