package dev.attune.engine.vocabulary;

import dev.attune.engine.text.Place;

/** A declared event, e.g. {@code document.created}. Only declared events become facts. */
public record EventType(String name, Place declaredAt) {}
