package dev.attune.api.http;

/** What an identity may do with an operation; a later constant allows more. */
public enum Access {
  /** Nothing; {@code no} in the table. */
  NO,
  /** Only for a person the caller proves to be; {@code own} in the table. */
  OWN,
  /** For everybody; {@code yes} in the table. */
  YES
}
