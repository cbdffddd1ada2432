package dev.attune.engine.rule;

import dev.attune.engine.text.Place;

/** {@code insertLogical( new Segment( "name" ) )}: puts the person into a segment. */
public record Derive(String segment, Place place) implements Consequence {}
