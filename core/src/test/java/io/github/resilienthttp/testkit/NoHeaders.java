// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import io.github.resilienthttp.hint.HeaderView;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** No header fields at all. */
public enum NoHeaders implements HeaderView {
    /** These. */
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
