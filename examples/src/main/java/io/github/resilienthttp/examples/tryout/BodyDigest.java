package io.github.resilienthttp.examples.tryout;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** Reads a body to its end in bounded memory and bounded time. For one body. */
final class BodyDigest {
    private static final int CHUNK = 16 * 1024;

    private final MessageDigest digest = sha256();
    private long bytes;

    /** @throws IOException where the body breaks off, or has not ended when {@code longest} has passed */
    void read(InputStream body, Duration longest) throws IOException {
        long start = System.nanoTime();
        byte[] chunk = new byte[CHUNK];
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
            digest.update(chunk, 0, n);
            bytes += n;
            if (System.nanoTime() - start > longest.toNanos()) {
                throw new SocketTimeoutException("the body had not ended after " + longest.toSeconds() + " s");
            }
        }
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
