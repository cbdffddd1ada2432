package dev.attune.engine.rule.table;

import dev.attune.engine.text.Place;
import dev.attune.engine.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/** DRL being written, each line with the cell it comes from. */
final class Lines {
  private final StringBuilder text = new StringBuilder();
  private final List<Place> places = new ArrayList<>();

  void add(Place place, String line) {
    text.append(line).append('\n');
    places.add(place);
  }

  SourceText toSource(String file) {
    return new SourceText(file, text.toString(), places);
  }
}
