// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import org.jspecify.annotations.Nullable;

/**
 * The body of an error, read within bounds; the caller's own body is untouched by it.
 *
 * @param contentType the media type as sent, or null
 * @param json the parsed text as {@link io.github.resilienthttp.hint.JsonReader} gives it, or null where it is none
 */
public record ErrorBody(
        @Nullable String contentType, @Nullable Object json) {}
