package io.github.resilienthttp.hint;

import io.github.resilienthttp.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Finds code, message, fields and request id by the client's JSON pointers, else by RFC 9457. Thread-safe. */
public final class ErrorDetailsReader {
    public ErrorDetailsReader(Policy.ErrorPointers pointers) {}

    /** Null where nothing was found. */
    public @Nullable ErrorDetails read(@Nullable String contentType, @Nullable Object json) {
        throw new AssertionError();
    }
}
