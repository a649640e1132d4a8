// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.hint.ErrorDetails;
import io.github.resilienthttp.hint.HeaderView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response that was given up for a retry, as compact as can be: thousands of calls may hold one each while they wait. */
final class GivenUp {
    private final int status;
    /** Names and values in turn, as they came. */
    private final String[] fields;

    private final @Nullable ErrorDetails error;

    GivenUp(int status, HeaderView headers, @Nullable ErrorDetails error) {
        List<String> flat = new ArrayList<>();
        headers.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        this.status = status;
        this.fields = flat.toArray(String[]::new);
        this.error = error;
    }

    RefusedResponse told() {
        return RefusedResponse.of(status, fields, error);
    }
}
