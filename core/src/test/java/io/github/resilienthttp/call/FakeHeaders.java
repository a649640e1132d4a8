// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.hint.HeaderView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Header fields in pairs: name, value, name, value. */
record FakeHeaders(List<String> pairs) implements HeaderView {
    static FakeHeaders of(String... pairs) {
        return new FakeHeaders(List.of(pairs));
    }

    @Override
    public @Nullable String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? null : all.get(0);
    }

    @Override
    public List<String> all(String name) {
        List<String> found = new ArrayList<>();
        forEach((field, value) -> {
            if (field.equalsIgnoreCase(name)) {
                found.add(value);
            }
        });
        return found;
    }

    @Override
    public void forEach(BiConsumer<String, String> visitor) {
        for (int n = 0; n < pairs.size(); n += 2) {
            visitor.accept(pairs.get(n), pairs.get(n + 1));
        }
    }
}
