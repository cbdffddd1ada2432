package dev.attune.api.onboarding;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A typed profile value as JSON and back, without the vocabulary. */
final class StoredValue {
  private StoredValue() {}

  static Object write(Object value) {
    if (value instanceof Collection<?> several) return new JsonArray(List.copyOf(several));
    if (value instanceof LocalDate date) return new JsonObject().put("date", date.toString());
    return value;
  }

  static Object read(Object json) {
    if (json instanceof JsonArray several) {
      Set<Object> values = new LinkedHashSet<>();
      several.forEach(values::add);
      return Collections.unmodifiableSet(values);
    }
    if (json instanceof JsonObject date) return LocalDate.parse(date.getString("date"));
    return json instanceof Number number ? Double.valueOf(number.doubleValue()) : json;
  }
}
