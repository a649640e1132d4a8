// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.plan;

import io.github.resilienthttp.hint.HeaderView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Header fields out of a map, one line each. */
final class FewHeaders implements HeaderView {
    private final TreeMap<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    FewHeaders(Map<String, String> fields) {
        this.fields.putAll(fields);
    }

    @Override
    public @Nullable String first(String name) {
        return fields.get(name);
    }

    @Override
    public List<String> all(String name) {
        String value = fields.get(name);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public void forEach(BiConsumer<String, String> visitor) {
        fields.forEach(visitor);
    }
}
