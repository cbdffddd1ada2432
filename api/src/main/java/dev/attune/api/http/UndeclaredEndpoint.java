package dev.attune.api.http;

import dev.attune.engine.event.Undeclared;
import dev.attune.engine.rule.Content;
import dev.attune.engine.text.Nearest;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** {@code GET /v1/undeclared}: what apps send and the vocabulary does not know. */
public final class UndeclaredEndpoint implements Endpoint {
  private final Undeclared undeclared;
  private final Supplier<Content> content;

  public UndeclaredEndpoint(Undeclared undeclared, Supplier<Content> content) {
    this.undeclared = undeclared;
    this.content = content;
  }

  @Override
  public void serve(Exchange exchange) {
    exchange.when(
        undeclared.names(),
        names ->
            exchange.answer(
                200,
                json -> {
                  json.writeStartObject();
                  json.writeArrayFieldStart("undeclared");
                  for (Undeclared.Name name : names) {
                    json.writeStartObject();
                    json.writeStringField("part", wire(name.part()));
                    json.writeStringField("name", name.name());
                    json.writeNumberField("count", name.count());
                    json.writeStringField("last", name.last().toString());
                    String nearest = Nearest.name(name.name(), declared(name.part())).orElse(null);
                    if (nearest != null) json.writeStringField("maybe", nearest);
                    json.writeEndObject();
                  }
                  json.writeEndArray();
                  json.writeEndObject();
                }));
  }

  private Set<String> declared(Undeclared.Part part) {
    return switch (part) {
      case EVENT -> content.get().vocabulary().events().keySet();
      case TRAIT -> content.get().vocabulary().profile().keySet();
      case TRAIT_VALUE, STORED_VALUE -> Set.of();
    };
  }

  private static String wire(Undeclared.Part part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
