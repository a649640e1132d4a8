// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads a body to its end in bounded memory. For one body. */
final class BodyDigest {
    private static final int CHUNK = 16 * 1024;

    private final MessageDigest digest = sha256();
    private long bytes;

    void read(InputStream body) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
            digest.update(chunk, 0, n);
            bytes += n;
        }
    }

    void add(ByteBuffer chunk) {
        bytes += chunk.remaining();
        digest.update(chunk);
    }

    BodyFacts whole() {
        return new BodyFacts(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    BodyFacts brokenOff() {
        return new BodyFacts(bytes, null);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            // Every Java platform must have it.
            throw new IllegalStateException(missing);
        }
    }
}
