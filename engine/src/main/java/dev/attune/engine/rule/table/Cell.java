package dev.attune.engine.rule.table;

import dev.attune.engine.text.Place;

/** One cell of a table; its text without quotes and outer spaces. */
record Cell(String text, Place place) {
  boolean isEmpty() {
    return text.isEmpty();
  }
}
