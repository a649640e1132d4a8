// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import io.github.resilienthttp.stability.Stable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an API said of its error: code, message, messages per field, request id.
 *
 * <p>As the engine builds it, each text has 1 to 500 characters and no control characters, so that it
 * can go into a log line. Immutable.
 *
 * @param code the API's own word for the error, or null
 * @param message the API's explanation, or null
 * @param fields messages by the name of the field, in the order of the response; at most 32, empty where none are told
 * @param requestId what the API's operator can find the request by, or null
 */
@Stable
public record ErrorDetails(
        @Nullable String code,
        @Nullable String message,
        Map<String, String> fields,
        @Nullable String requestId) {
    /**
     * Copies the fields, in their order.
     *
     * @param code the API's own word for the error, or null
     * @param message the API's explanation, or null
     * @param fields messages by the name of the field
     * @param requestId what the request can be found by, or null
     */
    public ErrorDetails {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
