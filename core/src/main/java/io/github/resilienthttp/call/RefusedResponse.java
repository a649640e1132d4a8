// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.hint.ErrorDetails;
import io.github.resilienthttp.stability.Stable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a response that was given up for a retry.
 *
 * @param status its status
 * @param headers its header fields, names in lower case, values in order; immutable
 * @param error what the API said of its error, or null
 */
@Stable
public record RefusedResponse(
        int status,
        Map<String, List<String>> headers,
        @Nullable ErrorDetails error) {
    /**
     * Copies the header fields, in their order.
     *
     * @param status its status
     * @param headers its header fields, names in lower case, values in order
     * @param error what the API said of its error, or null
     */
    public RefusedResponse {
        Map<String, List<String>> copy = new LinkedHashMap<>(headers);
        copy.replaceAll((name, values) -> List.copyOf(values));
        headers = Collections.unmodifiableMap(copy);
    }

    /** Of names and values in turn. */
    static RefusedResponse of(int status, String[] fields, @Nullable ErrorDetails error) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            copy.computeIfAbsent(fields[i].toLowerCase(Locale.ROOT), absent -> new ArrayList<>(1))
                    .add(fields[i + 1]);
        }
        return new RefusedResponse(status, copy, error);
    }
}
