// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of a problem (RFC 9457 section 3) that say what went wrong.
 *
 * <p>The code is the extension member {@code code}, else the last segment of {@code type}; the message is
 * {@code detail}, else {@code title}; fields come from {@code errors} or {@code invalid-params}; the request id from
 * {@code requestId}, {@code request_id} or {@code traceId}. Not from {@code instance}: that is a URI, and may carry
 * what belongs in no log.
 */
record ProblemDetails(Map<?, ?> members) {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final ProblemDetails NONE = new ProblemDetails(Map.of());

    static ProblemDetails of(@Nullable String contentType, @Nullable Object json) {
        boolean problem = contentType != null && isProblem(contentType);
        return problem && json instanceof Map<?, ?> members ? new ProblemDetails(members) : NONE;
    }

    @Nullable
    String code() {
        String code = PrintableText.of(members.get("code"));
        return code == null && members.get("type") instanceof String type ? lastSegment(type) : code;
    }

    @Nullable
    String message() {
        return first(List.of("detail", "title"));
    }

    @Nullable
    String requestId() {
        return first(List.of("requestId", "request_id", "traceId"));
    }

    Map<String, String> fields() {
        Object errors = members.containsKey("errors") ? members.get("errors") : members.get("invalid-params");
        return errors instanceof String ? Map.of() : FieldErrors.read(errors, null);
    }

    private @Nullable String first(List<String> names) {
        for (String name : names) {
            String text = PrintableText.of(members.get(name));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The fragment, else the end of the path; never the query. {@code about:blank} says nothing (section 4.2.1). */
    private static @Nullable String lastSegment(String type) {
        if (type.equals("about:blank")) {
            return null;
        }
        int hash = type.indexOf('#');
        if (hash >= 0 && hash + 1 < type.length()) {
            return PrintableText.of(type.substring(hash + 1));
        }
        String path = hash < 0 ? type : type.substring(0, hash);
        int query = path.indexOf('?');
        path = query < 0 ? path : path.substring(0, query);
        path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return PrintableText.of(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1));
    }

    private static boolean isProblem(String contentType) {
        int parameters = contentType.indexOf(';');
        String mediaType = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return FieldMembers.trimmed(mediaType).equalsIgnoreCase(MEDIA_TYPE);
    }
}
