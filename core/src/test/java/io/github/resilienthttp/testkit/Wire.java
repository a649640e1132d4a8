// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The sending side of a connection: at once, or byte by byte. For one thread. */
final class Wire {
    private final OutputStream out;
    private final Closing closing;

    Wire(OutputStream out, Closing closing) {
        this.out = out;
        this.closing = closing;
    }

    void pause(Duration length) throws IOException {
        closing.pause(length);
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1), Duration.ZERO);
    }

    /** With a drip above zero each byte is a write of its own, with that pause after it. */
    void send(byte[] bytes, Duration drip) throws IOException {
        if (drip.isZero()) {
            out.write(bytes);
            return;
        }
        for (byte each : bytes) {
            out.write(each);
            pause(drip);
        }
    }

    /** Ends when the client has gone (an exception) or the server closes. */
    void sendForever(byte[] bytes, Duration drip) throws IOException {
        while (!closing.begun()) {
            send(bytes, drip);
        }
    }
}
