// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON pointer (RFC 6901): the way from the root of a document to one value. Immutable, thread-safe.
 *
 * @param tokens the reference tokens, unescaped; empty for the whole document
 */
record JsonPointer(List<String> tokens) {
    /**
     * Copies the tokens.
     *
     * @param tokens the reference tokens, unescaped
     */
    JsonPointer {
        tokens = List.copyOf(tokens);
    }

    /**
     * Parses the text form.
     *
     * @param text empty, or starting with {@code /}; {@code ~} occurs in {@code ~0} and {@code ~1} only
     * @return the pointer
     * @throws IllegalArgumentException if the text breaks RFC 6901 section 3; the message names it
     */
    static JsonPointer parse(String text) {
        return parse("JSON pointer", text);
    }

    /** As {@link #parse(String)}; {@code place} is the setting that an error message names. */
    static JsonPointer parse(String place, String text) {
        List<String> tokens = new ArrayList<>(4);
        if (!text.isEmpty() && text.charAt(0) != '/') {
            throw malformed(place, text);
        }
        int from = 1;
        while (from <= text.length()) {
            int slash = text.indexOf('/', from);
            int to = slash < 0 ? text.length() : slash;
            tokens.add(unescaped(place, text, text.substring(from, to)));
            from = to + 1;
        }
        return new JsonPointer(tokens);
    }

    /**
     * Follows the pointer into a document.
     *
     * @param document a value as a {@link JsonReader} gives it, or null
     * @return the value there; null where there is none or where it is the JSON value {@code null}
     */
    @Nullable
    Object find(@Nullable Object document) {
        Object value = document;
        for (String token : tokens) {
            if (value instanceof Map<?, ?> object) {
                value = object.get(token);
            } else if (value instanceof List<?> array) {
                int index = index(token);
                value = index >= 0 && index < array.size() ? array.get(index) : null;
            } else {
                return null;
            }
        }
        return value;
    }

    /** Returns the text form, escaped. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String token : tokens) {
            text.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }

    /** Digits without a leading zero (RFC 6901 section 4), or -1. */
    private static int index(String token) {
        boolean leadingZero = token.length() > 1 && token.charAt(0) == '0';
        return leadingZero ? -1 : CalendarWords.number(token, 1, 9);
    }

    private static String unescaped(String place, String text, String token) {
        if (token.indexOf('~') < 0) {
            return token;
        }
        for (int at = token.indexOf('~'); at >= 0; at = token.indexOf('~', at + 1)) {
            if (!token.startsWith("~0", at) && !token.startsWith("~1", at)) {
                throw malformed(place, text);
            }
        }
        return token.replace("~1", "/").replace("~0", "~");
    }

    private static IllegalArgumentException malformed(String place, String text) {
        return new IllegalArgumentException(place + ": \"" + text
                + "\" is not a JSON pointer; allowed: \"\" or \"/a/b\", with ~ written ~0 and / written ~1 (RFC 6901)");
    }
}
