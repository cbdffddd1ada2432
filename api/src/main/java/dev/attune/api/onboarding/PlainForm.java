package dev.attune.api.onboarding;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The conversation's questions as a form that needs no script. Every word in it is escaped. */
final class PlainForm {
  private final StringBuilder html = new StringBuilder();

  private PlainForm() {}

  /**
   * The page.
   *
   * @param view the conversation as its calls answer it
   */
  static String of(JsonObject view) {
    return new PlainForm().page(view);
  }

  private String page(JsonObject view) {
    html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<title>Make it yours</title>")
        .append("<link rel=\"icon\" type=\"image/svg+xml\" href=\"/onboarding/icon.svg\">")
        .append("<link rel=\"stylesheet\" href=\"/onboarding/onboarding.css\"></head><body>")
        .append("<header><h1>Make it yours</h1><p>Answer what you like; the rest stays open.</p>")
        .append("</header><form class=\"plain-form\" method=\"post\" action=\"/onboarding/form\">")
        .append("<input type=\"hidden\" name=\"session\" value=\"")
        .append(escaped(view.getString("session", "")))
        .append("\"><section class=\"panel\">");
    noted(view.getJsonArray("noted"));
    html.append("<label for=\"text\">In your own words</label>")
        .append(
            "<textarea id=\"text\" name=\"text\" rows=\"3\" maxlength=\"2000\"></textarea><br>");
    each(view.getJsonArray("fields")).forEach(field -> field(field, held(view, field)));
    html.append("<button class=\"primary\" type=\"submit\">Save</button></section></form>")
        .append("<footer><p><a href=\"/onboarding\">Back to the conversation</a></p></footer>")
        .append("</body></html>");
    return html.toString();
  }

  private void noted(JsonArray noted) {
    if (noted.isEmpty()) return;
    html.append("<fieldset><legend>What we noted</legend><ul>");
    for (JsonObject fact : each(noted)) {
      String id = "remove-" + escaped(fact.getString("field"));
      html.append("<li><strong>")
          .append(escaped(fact.getString("label")))
          .append("</strong>: ")
          .append(escaped(fact.getString("text")));
      if (!fact.getString("method").equals("choice")) {
        html.append(" <q>").append(escaped(fact.getString("quote"))).append("</q>");
      }
      html.append(" <input type=\"checkbox\" name=\"remove\" id=\"")
          .append(id)
          .append("\" value=\"")
          .append(escaped(fact.getString("field")))
          .append("\"> <label for=\"")
          .append(id)
          .append("\">remove</label></li>");
    }
    html.append("</ul></fieldset>");
  }

  private void field(JsonObject field, List<Object> held) {
    String name = escaped(field.getString("field"));
    html.append("<fieldset><legend>").append(escaped(field.getString("label"))).append("</legend>");
    JsonArray values = field.getJsonArray("values");
    if (values.isEmpty()) {
      boolean number = field.getString("type").equals("number");
      html.append("<input aria-label=\"")
          .append(escaped(field.getString("label")))
          .append("\" name=\"")
          .append(name)
          .append("\" type=\"")
          .append(number ? "number\" min=\"0" : "text\" maxlength=\"200")
          .append("\" value=\"")
          .append(held.isEmpty() ? "" : escaped(shown(held.get(0))))
          .append("\">");
    } else {
      options(name, field.getString("type").equals("many-of"), values, held);
    }
    html.append("</fieldset>");
  }

  private void options(String name, boolean several, JsonArray values, List<Object> held) {
    html.append("<div class=\"options\">");
    for (JsonObject value : each(values)) {
      html.append("<label><input type=\"")
          .append(several ? "checkbox" : "radio")
          .append("\" name=\"")
          .append(name)
          .append("\" value=\"")
          .append(escaped(String.valueOf(value.getValue("value"))))
          .append(held.contains(value.getValue("value")) ? "\" checked> " : "\"> ")
          .append(escaped(value.getString("label")))
          .append("</label>");
    }
    html.append("</div>");
  }

  static List<Object> held(JsonObject view, JsonObject field) {
    List<Object> held = new ArrayList<>();
    for (JsonObject fact : each(view.getJsonArray("noted"))) {
      if (!fact.getString("field").equals(field.getString("field"))) continue;
      Object value = fact.getValue("value");
      if (value instanceof JsonArray several) several.forEach(held::add);
      else held.add(value);
    }
    return held;
  }

  static String shown(Object value) {
    return value instanceof Double number && number == Math.rint(number)
        ? String.valueOf(number.longValue())
        : value.toString();
  }

  private static List<JsonObject> each(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
