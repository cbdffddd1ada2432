package dev.attune.api.http;

/**
 * One thing wrong with a request's body.
 *
 * @param pointer where, as a JSON pointer; empty means the whole body
 * @param detail what, with the next step when there is one
 */
public record Fault(String pointer, String detail) {}
