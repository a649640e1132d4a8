// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.json;

import io.github.resilienthttp.hint.JsonReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON (RFC 8259) of at most 64 KiB by Jackson's streaming parser; any byte sequence is survived.
 *
 * <p>What is longer, deeper than 64, cut off, or followed by more than white space is answered by null, like everything
 * that is no JSON. A number of more than 400 characters, or with an exponent beyond what {@code BigDecimal} holds, is
 * read as null in its place and leaves the rest readable; broken UTF-8 is replaced. Of members with the same name the
 * last counts.
 */
final class JacksonJsonReader implements JsonReader {
    /** The longest document, and so the longest text in it, in bytes. */
    static final int LONGEST = 64 * 1024;

    static final int DEEPEST = 64;
    static final int LONGEST_NUMBER = 400;

    /** Names come from servers: neither interned nor kept in a table that a server could fill. */
    private final JsonFactory factory = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST)
                    .maxStringLength(LONGEST)
                    .maxNameLength(LONGEST)
                    .maxDocumentLength(LONGEST)
                    .build())
            .build();

    @Override
    public @Nullable Object parse(byte[] utf8) {
        if (utf8.length > LONGEST) {
            return null;
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), utf8)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return null;
            }
            Object value = value(parser, first);
            return parser.nextToken() == null ? value : null;
        } catch (RuntimeException malformed) {
            return null;
        }
    }

    /** The parser bounds the depth, and with it this recursion. */
    private static @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalStateException("unexpected " + token);
        };
    }

    private static @Nullable BigDecimal number(JsonParser parser) {
        if (parser.getStringLength() > LONGEST_NUMBER) {
            return null;
        }
        try {
            return parser.getDecimalValue();
        } catch (JacksonException | ArithmeticException | NumberFormatException unreadable) {
            return null;
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            members.put(name, value(parser, parser.nextToken()));
        }
        return members;
    }

    private static List<@Nullable Object> array(JsonParser parser) {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return items;
    }
}
