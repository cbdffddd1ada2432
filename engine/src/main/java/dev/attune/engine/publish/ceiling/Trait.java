package dev.attune.engine.publish.ceiling;

import java.util.function.Consumer;

/**
 * One thing that may be known about a made-up person.
 *
 * @param key what it is about; a person has at most one trait of each
 * @param told in plain words, e.g. {@code role is marketer}
 */
record Trait(String key, String told, Consumer<Somebody> set) {}
