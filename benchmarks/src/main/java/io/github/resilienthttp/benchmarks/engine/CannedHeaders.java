// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

import io.github.resilienthttp.hint.HeaderView;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Three fields that every response has, and perhaps one more.
 *
 * @param names the fields' names
 * @param values as many values
 */
public record CannedHeaders(List<String> names, List<String> values) implements HeaderView {
    /** Of a response without any hint. */
    public static final CannedHeaders PLAIN = new CannedHeaders(
            List.of("Date", "Server", "Content-Type"),
            List.of("Fri, 01 Jan 2027 00:00:00 GMT", "canned", "text/plain"));

    /**
     * Those of a plain response and one more.
     *
     * @param name the field's name
     * @param value its value
     * @return new fields
     */
    public static CannedHeaders with(String name, String value) {
        return new CannedHeaders(
                List.of("Date", "Server", "Content-Type", name),
                List.of("Fri, 01 Jan 2027 00:00:00 GMT", "canned", "text/plain", value));
    }

    @Override
    public @Nullable String first(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return values.get(i);
            }
        }
        return null;
    }

    @Override
    public List<String> all(String name) {
        String only = first(name);
        return only == null ? List.of() : List.of(only);
    }

    @Override
    public void forEach(BiConsumer<String, String> visitor) {
        for (int i = 0; i < names.size(); i++) {
            visitor.accept(names.get(i), values.get(i));
        }
    }
}
