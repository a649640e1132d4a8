// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.core5.http.Header;

/** Writes the request of a stream as HTTP/1.1, part by part as it comes. */
record Http2Upload(Http2Stream stream, OutputStream out, CountDownLatch over) implements Runnable {
    @Override
    public void run() {
        try {
            boolean chunked =
                    !stream.bodiless() && stream.field("content-length").isEmpty();
            out.write(head(chunked).getBytes(StandardCharsets.ISO_8859_1));
            if (stream.bodiless()) {
                return;
            }
            for (byte[] part = stream.next(); part != null; part = stream.next()) {
                if (chunked) {
                    ascii(Integer.toHexString(part.length) + "\r\n");
                }
                out.write(part);
                if (chunked) {
                    ascii("\r\n");
                }
            }
            if (chunked) {
                ascii("0\r\n\r\n");
            }
        } catch (IOException gone) {
            // Either side has left: whoever reads the answer sees it.
        } finally {
            over.countDown();
        }
    }

    private void ascii(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String head(boolean chunked) {
        StringBuilder head = new StringBuilder(stream.method())
                .append(' ')
                .append(stream.path())
                .append(" HTTP/1.1\r\nHost: ")
                .append(stream.field(":authority"))
                .append("\r\n");
        for (Header field : stream.fields()) {
            if (!field.getName().startsWith(":")) {
                head.append(field.getName())
                        .append(": ")
                        .append(field.getValue())
                        .append("\r\n");
            }
        }
        return head.append(chunked ? "Transfer-Encoding: chunked\r\n\r\n" : "\r\n")
                .toString();
    }
}
