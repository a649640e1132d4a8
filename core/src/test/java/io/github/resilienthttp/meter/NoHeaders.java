// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import io.github.resilienthttp.hint.HeaderView;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

enum NoHeaders implements HeaderView {
    INSTANCE;

    @Override
    public @Nullable String first(String name) {
        return null;
    }

    @Override
    public List<String> all(String name) {
        return List.of();
    }

    @Override
    public void forEach(BiConsumer<String, String> visitor) {
        // There are none.
    }
}
