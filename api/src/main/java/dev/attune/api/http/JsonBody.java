package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Something that can write itself as one JSON value. */
@FunctionalInterface
public interface JsonBody {
  void write(JsonGenerator json) throws IOException;
}
