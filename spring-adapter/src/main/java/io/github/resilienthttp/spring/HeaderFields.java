// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.hint.HeaderView;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Header fields of Spring's, as the engine reads them. */
record HeaderFields(HttpHeaders headers) implements HeaderView {
    @Override
    public @Nullable String first(String name) {
        return headers.getFirst(name);
    }

    @Override
    public List<String> all(String name) {
        List<String> values = headers.get(name);
        return values == null ? List.of() : values;
    }

    @Override
    public void forEach(BiConsumer<String, String> visitor) {
        headers.forEach((name, values) -> values.forEach(value -> visitor.accept(name, value)));
    }
}
