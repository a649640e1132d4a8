// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import io.github.resilienthttp.stability.Internal;
import org.jspecify.annotations.Nullable;

/** The port through which JSON (RFC 8259) comes into the pure rooms; implementations are thread-safe. */
@FunctionalInterface
@Internal
public interface JsonReader {
    /**
     * Parses one JSON text into {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code BigDecimal},
     * {@code Boolean} or null, and never throws, whatever the bytes are.
     *
     * @param utf8 the bytes of the body, complete or cut off
     * @return the value; null for the JSON value {@code null}, and as well where the bytes are no complete JSON text
     */
    @Nullable
    Object parse(byte[] utf8);
}
