package dev.attune.engine.rule;

import dev.attune.engine.text.Place;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Words and values joined with {@code +}.
 *
 * @param parts at least one; the first is always {@link Term.Words}
 */
public record Text(List<Term> parts) implements Term {
  @Override
  public Place place() {
    return parts.get(0).place();
  }

  @Override
  public String value(Function<String, @Nullable Object> bindings) {
    StringBuilder text = new StringBuilder();
    for (Term part : parts) text.append(part.value(bindings));
    return text.toString();
  }
}
