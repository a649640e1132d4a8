// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import java.io.StringWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One JSON object on one line, its properties in the order in which they are written. */
public final class JsonLine {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonLine() {}

    /**
     * Writes an object.
     *
     * @param properties writes what is inside its braces
     * @return the object, without a line end
     */
    public static String of(Consumer<JsonGenerator> properties) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            properties.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    /**
     * Writes a number, or null.
     *
     * @param json where to
     * @param name of the property
     * @param value null is written as such
     */
    public static void number(JsonGenerator json, String name, @Nullable Integer value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value.intValue());
        }
    }
}
