// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The header fields of a response of which only the status is known: none. */
final class StatusOnly implements HeaderView {
    private static final StatusOnly NO_FIELDS = new StatusOnly();

    private StatusOnly() {}

    static Outcome.Response response(int status) {
        return new Outcome.Response(status, NO_FIELDS, null);
    }

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
        // There is nothing to visit.
    }
}
