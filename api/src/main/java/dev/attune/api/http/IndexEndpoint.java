package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code GET /}: what is here and where to go on, as a page for browsers and as JSON. */
public final class IndexEndpoint implements Endpoint {
  private static final String PAGE = "text/html; charset=utf-8";
  private static final String TITLE = "Attune decides what a product shows to each person.";

  /** What each address is for. */
  private static final Map<String, String> PLACES = places();

  private final Buffer page = Buffer.buffer(page());

  private static Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("/openapi.yaml", "every call, with examples");
    places.put("/onboarding", "the conversation");
    places.put("/health/ready", "whether this server is ready, and why not");
    places.put("/health/live", "whether it is alive");
    places.put("/metrics", "what it measures; needs a server key");
    return places;
  }

  @Override
  public void serve(Exchange exchange) {
    exchange.request().response().putHeader("vary", "accept");
    String accept = exchange.request().getHeader("accept");
    if (accept != null && accept.contains("text/html")) exchange.answer(200, PAGE, page);
    else exchange.answer(200, IndexEndpoint::links);
  }

  private static void links(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("service", TITLE);
    json.writeObjectFieldStart("links");
    for (Map.Entry<String, String> place : PLACES.entrySet())
      json.writeStringField(place.getKey(), place.getValue());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String page() {
    StringBuilder page = new StringBuilder(1024);
    page.append("<!doctype html>\n<html lang=\"en\">\n<title>Attune</title>\n<h1>Attune</h1>\n<p>")
        .append(TITLE)
        .append("</p>\n<ul>\n");
    PLACES.forEach(
        (path, says) ->
            page.append("<li><a href=\"")
                .append(path)
                .append("\">")
                .append(path)
                .append("</a>: ")
                .append(says)
                .append("</li>\n"));
    return page.append("</ul>\n</html>\n").toString();
  }
}
