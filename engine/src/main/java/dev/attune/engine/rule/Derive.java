package dev.attune.engine.rule;

import dev.attune.engine.text.Place;

/**
 * {@code insertLogical( new Segment( "name" ) )}: puts the person into a segment.
 *
 * @param named where the name stands
 */
public record Derive(String segment, Place named, Place place) implements Consequence {}
