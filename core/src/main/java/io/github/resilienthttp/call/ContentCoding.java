// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.stability.Internal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes small bodies (RFC 9110 section 8.4.1), however large they pretend to be. For adapters. Thread-safe. */
@Internal
public final class ContentCoding {
    private static final byte[] NOTHING = {};

    private ContentCoding() {}

    /**
     * Undoes one coding.
     *
     * @param coding gzip, deflate or identity in any case; null where there is none
     * @param body all of the coded bytes
     * @param maxBytes the most decoded bytes, 0 or more
     * @return the decoded bytes; empty for a coding that is not known here, for damage, and for more than {@code maxBytes}
     */
    public static byte[] decode(@Nullable String coding, byte[] body, int maxBytes) {
        return switch (coding == null ? "" : coding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> bounded(() -> new GZIPInputStream(new ByteArrayInputStream(body)), maxBytes);
            // Properly with the zlib wrapper, but some servers leave it out.
            case "deflate" -> inflated(body, !zlib(body), maxBytes);
            default -> NOTHING;
        };
    }

    /** RFC 1950 section 2.2: method 8 in the low bits, and a check that makes the two bytes a multiple of 31. */
    private static boolean zlib(byte[] body) {
        return body.length > 1 && (body[0] & 0x0f) == 8 && ((body[0] & 0xff) * 256 + (body[1] & 0xff)) % 31 == 0;
    }

    private static byte[] inflated(byte[] body, boolean bare, int maxBytes) {
        Inflater inflater = new Inflater(bare);
        try {
            return bounded(() -> new InflaterInputStream(new ByteArrayInputStream(body), inflater), maxBytes);
        } finally {
            inflater.end();
        }
    }

    private static byte[] bounded(Opening opening, int maxBytes) {
        try (InputStream in = opening.open()) {
            byte[] decoded = in.readNBytes(maxBytes);
            return in.read() < 0 ? decoded : NOTHING;
        } catch (IOException damaged) {
            return NOTHING;
        }
    }

    private interface Opening {
        InputStream open() throws IOException;
    }
}
