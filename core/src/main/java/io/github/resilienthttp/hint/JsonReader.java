package io.github.resilienthttp.hint;

import org.jspecify.annotations.Nullable;

/** The port through which JSON comes into the pure rooms. */
@FunctionalInterface
public interface JsonReader {
    /**
     * Parses one JSON text into {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code BigDecimal},
     * {@code Boolean} or null; returns null as well where the bytes are not JSON.
     */
    @Nullable Object parse(byte[] utf8);
}
