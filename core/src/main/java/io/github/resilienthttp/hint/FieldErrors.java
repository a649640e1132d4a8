// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads messages per field, in the shapes that APIs give them. */
final class FieldErrors {
    /** No more fields than these are kept. */
    static final int MOST = 32;

    private static final List<String> NAMES = List.of("field", "pointer", "name");
    private static final List<String> MESSAGES = List.of("message", "detail", "reason");

    private final Map<String, String> found = new LinkedHashMap<>();

    private FieldErrors() {}

    /**
     * Reads the value at the fields pointer.
     *
     * @param message what is said of the whole error; belongs to the field where only its name is given
     */
    static Map<String, String> read(@Nullable Object value, @Nullable String message) {
        FieldErrors errors = new FieldErrors();
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, texts) -> errors.add(name, PrintableText.of(texts)));
        } else if (value instanceof List<?> items) {
            errors.addAll(items);
        } else {
            errors.add(value, message == null ? "" : message);
        }
        return errors.found;
    }

    private void addAll(List<?> items) {
        for (int position = 0; position < items.size() && found.size() < MOST; position++) {
            Object item = items.get(position);
            if (item instanceof Map<?, ?> object) {
                add(first(object, NAMES), first(object, MESSAGES));
            } else {
                add(Integer.toString(position), PrintableText.of(item));
            }
        }
    }

    /** Several messages of one field are joined. */
    private void add(@Nullable Object name, @Nullable String message) {
        String field = PrintableText.of(name);
        if (field == null || message == null || (found.size() >= MOST && !found.containsKey(field))) {
            return;
        }
        String earlier = found.get(field);
        String joined = earlier == null ? message : PrintableText.of(List.of(earlier, message));
        found.put(field, joined == null ? "" : joined);
    }

    private static @Nullable String first(Map<?, ?> object, List<String> keys) {
        for (String key : keys) {
            String text = PrintableText.of(object.get(key));
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
