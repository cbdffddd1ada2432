package dev.attune.engine.rule;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words and values joined with {@code +}.
 *
 * @param parts at least one; the first is always {@link Term.Words}
 */
public record Text(List<Term> parts) implements Term {
  @Override
  public String value(Function<String, @Nullable Object> bindings) {
    return parts.stream()
        .map(part -> String.valueOf(part.value(bindings)))
        .collect(Collectors.joining());
  }
}
