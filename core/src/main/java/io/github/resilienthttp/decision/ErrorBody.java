// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.stability.Stable;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error, read within bounds; the caller's own body is untouched by it.
 *
 * @param contentType the media type as sent, or null
 * @param json the parsed text: maps, lists, texts, {@code BigDecimal} and {@code Boolean}; null where it is none
 */
@Stable
public record ErrorBody(
        @Nullable String contentType, @Nullable Object json) {}
