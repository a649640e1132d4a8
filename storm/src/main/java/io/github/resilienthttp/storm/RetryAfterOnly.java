// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.hint.HeaderView;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The header fields of a simulated response: {@code Retry-After}, where it says anything. */
record RetryAfterOnly(int seconds) implements HeaderView {
    static final RetryAfterOnly NOTHING = new RetryAfterOnly(0);

    private static final String NAME = "Retry-After";

    static RetryAfterOnly of(Reply answer) {
        return answer.retryAfterSeconds() == 0 ? NOTHING : new RetryAfterOnly(answer.retryAfterSeconds());
    }

    @Override
    public @Nullable String first(String name) {
        return seconds > 0 && NAME.equalsIgnoreCase(name) ? Integer.toString(seconds) : null;
    }

    @Override
    public List<String> all(String name) {
        String value = first(name);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public void forEach(BiConsumer<String, String> visitor) {
        if (seconds > 0) {
            visitor.accept(NAME, Integer.toString(seconds));
        }
    }
}
