// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads requests from a connection, within bounds (RFC 9112 sections 2, 6 and 7). For one thread. */
final class RequestReader {
    private static final int MAX_HEAD = 1 << 20;
    private static final long MAX_BODY = 64L << 20;

    private final InputStream in;
    private int headLeft;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /** The next head; empty where the client ended the connection between two requests. */
    Optional<RequestHead> head() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        long arrivedNanos = System.nanoTime();
        // Decided on one byte, since what is not HTTP (a TLS hello) may never send a line end.
        if (first < 'A' || first > 'z') {
            throw new ProtocolException("A request begins with byte " + first + "; allowed is a method in letters");
        }
        headLeft = MAX_HEAD;
        String requestLine = (char) first + line();
        String[] words = requestLine.split(" ", -1);
        if (words.length != 3) {
            throw new ProtocolException(
                    "The request line is '" + requestLine + "'; allowed is 'METHOD target version'");
        }
        return Optional.of(new RequestHead(words[0], words[1], words[2], fieldLines(), arrivedNanos));
    }

    /** Writes the body to a sink as it comes, so that what came before a failure is there. */
    void body(RequestHead head, OutputStream sink) throws IOException {
        if (head.chunked()) {
            chunks(sink);
            return;
        }
        List<String> lengths = head.values("Content-Length");
        if (!lengths.isEmpty()) {
            copy(length("Content-Length", lengths.get(0), 10), sink);
        }
    }

    private void chunks(OutputStream sink) throws IOException {
        long total = 0;
        while (true) {
            headLeft = MAX_HEAD;
            long size = length("The chunk size", line().split(";", 2)[0].strip(), 16);
            if (size == 0) {
                fieldLines();
                return;
            }
            total += size;
            if (total > MAX_BODY) {
                throw new ProtocolException("The chunked body has over " + MAX_BODY + " bytes, the most that is read");
            }
            copy(size, sink);
            line();
        }
    }

    private List<HeaderLine> fieldLines() throws IOException {
        List<HeaderLine> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new ProtocolException("The field line is '" + line + "'; allowed is 'name: value'");
            }
            lines.add(new HeaderLine(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return lines;
    }

    private String line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("The client left in the middle of a line");
            }
            if (--headLeft < 0) {
                throw new ProtocolException("The head has over " + MAX_HEAD + " bytes, the most that is read");
            }
            bytes.write(read);
        }
        String line = bytes.toString(StandardCharsets.ISO_8859_1);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private void copy(long length, OutputStream sink) throws IOException {
        byte[] block = new byte[(int) Math.min(length, 64 << 10)];
        for (long left = length; left > 0; ) {
            int read = in.read(block, 0, (int) Math.min(left, block.length));
            if (read < 0) {
                throw new EOFException("The client left " + left + " bytes before the end of its body");
            }
            sink.write(block, 0, read);
            left -= read;
        }
    }

    private static long length(String what, String digits, int radix) throws ProtocolException {
        try {
            long length = Long.parseLong(digits, radix);
            if (length >= 0 && length <= MAX_BODY) {
                return length;
            }
        } catch (NumberFormatException notANumber) {
            // told below, with the same words
        }
        throw new ProtocolException(what + " is '" + digits + "'; allowed is 0 to " + MAX_BODY + " bytes");
    }
}
