package dev.attune.api.http;

/** Who calls. */
public enum Identity {
  /** No key, or none that is known. */
  NOBODY,
  /** A public key in a page or an app, {@code pk_…}. */
  CLIENT,
  /** A secret key of the product's own servers, {@code sk_…}. */
  SERVER,
  /** A secret key of somebody who edits rules, {@code ak_…}. */
  AUTHOR
}
