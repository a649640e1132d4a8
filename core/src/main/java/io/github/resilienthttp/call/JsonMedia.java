// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells JSON by its media type: {@code application/json}, or any with the suffix of RFC 6839 section 3.1. */
final class JsonMedia {
    private JsonMedia() {}

    static boolean matches(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int end = contentType.indexOf(';');
        String media =
                (end < 0 ? contentType : contentType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
        return media.equals("application/json") || media.endsWith("+json");
    }
}
