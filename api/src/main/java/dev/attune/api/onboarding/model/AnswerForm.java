package dev.attune.api.onboarding.model;

import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The form a model's answer must have, made from the vocabulary. Flat, every key required; "not
 * said" is a value of its own, because providers disagree on null.
 */
final class AnswerForm {
  static final String UNKNOWN = "unknown";
  static final String DECLINED = "declined";
  static final String STATED = "stated";
  static final String STATE = "state";
  static final String VALUE = "value";
  static final String VALUES = "values";
  static final String QUOTE = "quote";

  private AnswerForm() {}

  static ResponseFormat of(Collection<Field> fields) {
    JsonObjectSchema.Builder root = JsonObjectSchema.builder().additionalProperties(false);
    List<String> names = new ArrayList<>();
    for (Field field : fields) {
      root.addProperty(field.name(), property(field));
      names.add(field.name());
    }
    JsonSchema schema =
        JsonSchema.builder().name("facts").rootElement(root.required(names).build()).build();
    return ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(schema).build();
  }

  private static JsonSchemaElement property(Field field) {
    return switch (field.type()) {
      case ONE_OF -> quoted(field, options(field.values()));
      case FLAG -> quoted(field, options(List.of("yes", "no")));
      case MANY_OF -> several(field);
      case NUMBER, DATE, TEXT -> stated(field);
    };
  }

  private static JsonSchemaElement quoted(Field field, List<String> values) {
    return object()
        .description(field.label())
        .addEnumProperty(VALUE, values)
        .addStringProperty(QUOTE)
        .required(VALUE, QUOTE)
        .build();
  }

  private static JsonSchemaElement several(Field field) {
    JsonSchemaElement one =
        object()
            .addEnumProperty(VALUE, field.values())
            .addStringProperty(QUOTE)
            .required(VALUE, QUOTE)
            .build();
    return object()
        .description(field.label())
        .addProperty(STATE, states())
        .addProperty(VALUES, JsonArraySchema.builder().items(one).build())
        .required(STATE, VALUES)
        .build();
  }

  private static JsonSchemaElement stated(Field field) {
    JsonObjectSchema.Builder object =
        object().description(field.label()).addProperty(STATE, states());
    if (field.type() == FieldType.NUMBER) object.addNumberProperty(VALUE);
    else object.addStringProperty(VALUE, field.type() == FieldType.DATE ? "as 2026-12-31" : "");
    return object.addStringProperty(QUOTE).required(STATE, VALUE, QUOTE).build();
  }

  private static JsonSchemaElement states() {
    return JsonEnumSchema.builder().enumValues(STATED, UNKNOWN, DECLINED).build();
  }

  private static JsonObjectSchema.Builder object() {
    return JsonObjectSchema.builder().additionalProperties(false);
  }

  private static List<String> options(List<String> values) {
    List<String> options = new ArrayList<>(values);
    options.add(UNKNOWN);
    options.add(DECLINED);
    return options;
  }
}
