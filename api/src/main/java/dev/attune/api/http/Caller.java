package dev.attune.api.http;

import java.util.Set;

/**
 * Who sent a request.
 *
 * @param key a short, public name of the key for logs; empty for nobody
 * @param identities what the key stands for; more than one only for the demo's key
 */
public record Caller(String key, Set<Identity> identities) {
  public static final Caller NOBODY = new Caller("", Set.of(Identity.NOBODY));

  boolean is(Identity identity) {
    return identities.contains(identity);
  }

  /** The most that any of its identities may do. */
  Access to(Operation operation, AccessTable table) {
    Access most = Access.NO;
    for (Identity identity : identities) {
      Access access = table.of(operation, identity);
      if (access.compareTo(most) > 0) most = access;
    }
    return most;
  }
}
