package dev.attune.engine.vocabulary;

import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.Section;
import dev.attune.engine.text.YamlTree.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the fields of {@code profile} and {@code visit}. */
final class FieldReader {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

  /** Java's words and those rules give a meaning to. */
  private static final Set<String> TAKEN =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends final finally float for goto if implements import"
                  + " instanceof int interface long native new package private protected public"
                  + " return short static strictfp super switch synchronized this throw throws"
                  + " transient try void volatile while true false null"
                  + " rule when then end not exists and or in contains matches memberOf from"
                  + " eval accumulate collect forall over soundslike str")
              .split(" "));

  /** Of a date rules see three properties, and of a thousand Drools makes code we refuse. */
  private static final int MOST = 300;

  private final Diagnostics diagnostics;

  FieldReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  Map<String, Field> read(Map<String, Section> sections) {
    Map<String, Field> fields = new LinkedHashMap<>();
    if (sections.size() > MOST) {
      Place place = List.copyOf(sections.values()).get(MOST).place();
      diagnostics.error(
          place, "too-many", "more than " + MOST + " fields. Keep what rules ask for");
    }
    sections.forEach(
        (name, section) -> {
          if (isName(name, section.place())) fields.put(name, field(name, section));
        });
    refuseClashes(fields);
    return Collections.unmodifiableMap(fields);
  }

  private Field field(String name, Section section) {
    section.require("type");
    FieldType type = section.oneOf("type", FieldType.class, FieldType.TEXT);
    Field field =
        new Field(
            name,
            type,
            values(section, type),
            section.text("label", name),
            section.text("question"),
            section.oneOf("purpose", Purpose.class, Purpose.PERSONALISATION),
            section.duration("review-after"),
            section.flag("sayable", false),
            section.place());
    section.refuseOtherKeys();
    return field;
  }

  private List<String> values(Section section, FieldType type) {
    boolean listed = type == FieldType.ONE_OF || type == FieldType.MANY_OF;
    if (listed) section.require("values");
    List<String> values = new ArrayList<>();
    for (Scalar value : section.names("values")) {
      if (!listed) {
        String message = "only one-of and many-of fields list values. Delete \"values\"";
        diagnostics.error(value.place(), "values", message);
        break;
      }
      if (values.contains(value.text())) {
        String message = "\"" + value.text() + "\" is listed twice";
        diagnostics.error(value.place(), "values", message);
      } else {
        values.add(value.text());
      }
    }
    return List.copyOf(values);
  }

  private boolean isName(String name, Place place) {
    if (NAME.matcher(name).matches() && !TAKEN.contains(name)) return true;
    String message =
        TAKEN.contains(name)
            ? "\"" + name + "\" means something else in rules. Choose another name"
            : "\""
                + name
                + "\" is no field name. Write letters and digits, the first in lower case";
    diagnostics.error(place, "name", message);
    return false;
  }

  /** A date's ages must not hide a field of the same name. */
  private void refuseClashes(Map<String, Field> fields) {
    for (Field field : fields.values()) {
      if (field.type() != FieldType.DATE) continue;
      String capital = Character.toUpperCase(field.name().charAt(0)) + field.name().substring(1);
      for (String age : List.of("daysSince" + capital, "daysUntil" + capital)) {
        Field other = fields.get(age);
        if (other == null) continue;
        String message = "\"" + age + "\" is already the age of \"" + field.name() + "\"";
        diagnostics.error(other.declaredAt(), "name", message);
      }
    }
  }
}
