package dev.attune.engine.publish.diff;

import dev.attune.engine.text.Place;
import dev.attune.engine.vocabulary.FeatureType;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.ItemType;
import dev.attune.engine.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;

/** What the vocabulary declares. */
final class VocabularyParts {
  private final List<Part> parts;

  private VocabularyParts(List<Part> parts) {
    this.parts = parts;
  }

  static void addTo(List<Part> parts, Vocabulary vocabulary) {
    VocabularyParts to = new VocabularyParts(parts);
    to.addFields(Subject.PROFILE_FIELD, vocabulary.profile());
    to.addFields(Subject.VISIT_FIELD, vocabulary.visit());
    vocabulary
        .events()
        .forEach((name, each) -> to.add(Subject.EVENT, name, each.declaredAt(), new Details()));
    vocabulary.features().forEach(to::add);
    vocabulary.items().forEach(to::add);
  }

  private void addFields(Subject subject, Map<String, Field> fields) {
    fields.forEach(
        (name, field) ->
            add(
                subject,
                name,
                field.declaredAt(),
                new Details()
                    .add("type", field.type())
                    .addAll("values", field.values())
                    .add("label", field.label())
                    .add("question", field.question())
                    .add("purpose", field.purpose())
                    .add("review-after", field.reviewAfter())
                    .add("sayable", field.sayable())));
  }

  private void add(String name, FeatureType feature) {
    add(
        Subject.FEATURE,
        name,
        feature.declaredAt(),
        new Details()
            .add("adopted-by", feature.adoptedBy())
            .add("opportunity", feature.opportunity())
            .add("critical", feature.critical())
            .add("after", feature.after()));
  }

  private void add(String kind, ItemType item) {
    add(
        Subject.ITEM,
        kind,
        item.declaredAt(),
        new Details()
            .add("id", item.idProperty())
            .add("title", item.titleProperty())
            .addAll("opened-by", item.openedBy())
            .addAll("touched-by", item.touchedBy())
            .addAll("closed-by", item.closedBy()));
  }

  private void add(Subject subject, String name, Place place, Details details) {
    parts.add(new Part(subject, name, place, details.byName()));
  }
}
