// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hints in a parsed body: the client's pointers, google.rpc.RetryInfo, and the problem type that forbids. */
final class BodyHints {
    private static final String ABNORMAL_USAGE = "abnormal-usage-detected";
    private static final String RETRY_INFO = "google.rpc.RetryInfo";

    private static final JsonPointer TYPE = JsonPointer.parse("/type");
    private static final JsonPointer DETAILS = JsonPointer.parse("/error/details");

    private final List<JsonPointer> pointers;

    BodyHints(List<String> pointers) {
        this.pointers = pointers.stream()
                .map(text -> JsonPointer.parse("hint.body-pointers", text))
                .toList();
    }

    ServerHint read(Object json) {
        ServerHint delay = delay(json);
        if (isAbnormalUsage(TYPE.find(json))) {
            return ServerHint.forbidden(TYPE.toString(), delay.delayMillis());
        }
        return delay;
    }

    private ServerHint delay(Object json) {
        for (JsonPointer pointer : pointers) {
            long millis = BodyDelay.millis(pointer.find(json));
            if (millis != DecimalMillis.UNREADABLE) {
                return ServerHint.after(millis, pointer.toString());
            }
        }
        long millis = retryInfo(DETAILS.find(json));
        return millis == DecimalMillis.UNREADABLE ? ServerHint.none() : ServerHint.after(millis, DETAILS.toString());
    }

    /** Of several, the longest. */
    private static long retryInfo(@Nullable Object details) {
        long longest = DecimalMillis.UNREADABLE;
        if (details instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> info
                        && info.get("@type") instanceof String type
                        && type.endsWith(RETRY_INFO)) {
                    longest = Math.max(longest, BodyDelay.millis(info.get("retryDelay")));
                }
            }
        }
        return longest;
    }

    /** As the fragment of the type's URI, or as the last segment of its path. */
    private static boolean isAbnormalUsage(@Nullable Object type) {
        return type instanceof String uri
                && uri.endsWith(ABNORMAL_USAGE)
                && (uri.length() == ABNORMAL_USAGE.length()
                        || "#/".indexOf(uri.charAt(uri.length() - ABNORMAL_USAGE.length() - 1)) >= 0);
    }
}
