package io.github.resilienthttp.hint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an API said of its error: code, message, messages per field, request id. Each text is bounded and has no control
 * characters.
 */
public record ErrorDetails(
        @Nullable String code, @Nullable String message, Map<String, String> fields, @Nullable String requestId) {}
