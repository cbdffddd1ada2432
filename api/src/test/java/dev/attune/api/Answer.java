package dev.attune.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * What a server answered.
 *
 * @param body missing when it is not JSON
 */
public record Answer(int status, JsonNode body, String text, HttpHeaders headers) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<byte[]> response) throws IOException {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    boolean json = response.headers().firstValue("content-type").orElse("").contains("json");
    JsonNode body = json ? JSON.readTree(text) : MissingNode.getInstance();
    return new Answer(response.statusCode(), body, text, response.headers());
  }

  /** A text within the body, by JSON pointer; empty when it is not there. */
  public String at(String pointer) {
    return body.at(pointer).asText();
  }
}
