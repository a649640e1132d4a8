package io.github.resilienthttp.call;

import io.github.resilienthttp.hint.ErrorDetails;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a response that was given up for a retry.
 *
 * @param status its status
 * @param headers its header fields, names in lower case, values in order; immutable
 * @param error what the API said of its error, or null
 */
public record RefusedResponse(int status, Map<String, List<String>> headers, @Nullable ErrorDetails error) {}
