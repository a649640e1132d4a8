// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.stability.Internal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds code, message, fields and request id of an error by the client's JSON pointers, and what those do not find by
 * RFC 9457 in a body of type {@code application/problem+json}.
 *
 * <p>The value at the message pointer may be a text or a list of texts, which are joined by {@code "; "}. The value at
 * the fields pointer may be an object of field to text or texts; a list of texts, whose fields are then named by their
 * position from {@code 0}; a list of objects with {@code field}, {@code pointer} or {@code name} and {@code message},
 * {@code detail} or {@code reason}; or the name of a single field, to which the message belongs. Values of other
 * shapes count as absent. Immutable, thread-safe; no document makes it throw.
 */
@Internal
public final class ErrorDetailsReader {
    private final @Nullable JsonPointer code;
    private final @Nullable JsonPointer message;
    private final @Nullable JsonPointer fields;
    private final @Nullable JsonPointer requestId;

    /**
     * Prepares the client's pointers.
     *
     * @param pointers the settings; a pointer that is null finds nothing
     * @throws IllegalArgumentException if a pointer breaks RFC 6901; the message names the setting and the value
     */
    public ErrorDetailsReader(Policy.ErrorPointers pointers) {
        code = pointer("error.code-pointer", pointers.code());
        message = pointer("error.message-pointer", pointers.message());
        fields = pointer("error.fields-pointer", pointers.fields());
        requestId = pointer("error.request-id-pointer", pointers.requestId());
    }

    /**
     * Reads the details of one error.
     *
     * @param contentType the value of Content-Type, parameters included, or null
     * @param json the body as a {@link JsonReader} gives it, or null
     * @return what was found, or null where nothing was
     */
    public @Nullable ErrorDetails read(@Nullable String contentType, @Nullable Object json) {
        ProblemDetails problem = ProblemDetails.of(contentType, json);
        String foundMessage = orElse(text(message, json), problem.message());
        Map<String, String> foundFields = FieldErrors.read(find(fields, json), foundMessage);
        ErrorDetails details = new ErrorDetails(
                orElse(text(code, json), problem.code()),
                foundMessage,
                foundFields.isEmpty() ? problem.fields() : foundFields,
                orElse(text(requestId, json), problem.requestId()));
        return isEmpty(details) ? null : details;
    }

    private static @Nullable JsonPointer pointer(String setting, @Nullable String text) {
        return text == null ? null : JsonPointer.parse(setting, text);
    }

    private static @Nullable Object find(@Nullable JsonPointer pointer, @Nullable Object json) {
        return pointer == null ? null : pointer.find(json);
    }

    private static @Nullable String text(@Nullable JsonPointer pointer, @Nullable Object json) {
        return PrintableText.of(find(pointer, json));
    }

    private static @Nullable String orElse(@Nullable String found, @Nullable String other) {
        return found != null ? found : other;
    }

    private static boolean isEmpty(ErrorDetails details) {
        return details.code() == null
                && details.message() == null
                && details.requestId() == null
                && details.fields().isEmpty();
    }
}
