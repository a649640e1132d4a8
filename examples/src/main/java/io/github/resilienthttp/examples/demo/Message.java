// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A request of the demo, whichever HTTP client sends it.
 *
 * @param method of the request
 * @param uri absolute
 * @param field name of its header field
 * @param value of its header field
 * @param json its body, or null
 */
record Message(
        String method,
        URI uri,
        String field,
        String value,
        @Nullable String json) {
    /** The same, as another user. */
    Message as(String token) {
        return new Message(method, uri, "Authorization", "Bearer " + token, json);
    }
}
