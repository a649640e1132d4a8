// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http2.H2Error;

/** Reads an HTTP/1.1 answer and sends it on a stream, part by part as it comes. */
final class Http2Download {
    private static final int MOST_FIELDS = 2_000;
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");

    private final Http2Stream stream;
    private final boolean alone;
    private final InputStream in;

    /** {@code alone}: what breaks off without a head resets the stream, and not the connection. */
    Http2Download(Http2Stream stream, boolean alone, InputStream in) {
        this.stream = stream;
        this.alone = alone;
        this.in = new BufferedInputStream(in);
    }

    void run() throws IOException {
        int status;
        List<Header> fields;
        try {
            do {
                status = status(line());
                fields = fields();
                if (status < 200) {
                    stream.head(status, forwarded(fields), false);
                }
            } while (status < 200);
        } catch (EOFException closed) {
            broken(false);
            return;
        } catch (NumberFormatException noHttp) {
            stream.reset(H2Error.PROTOCOL_ERROR);
            return;
        } catch (IOException broken) {
            broken(true);
            return;
        }
        answer(status, fields);
    }

    /** No head: what befell the connection befalls the client's, or its stream. */
    private void broken(boolean reset) throws IOException {
        if (stream.isReset()) {
            return;
        }
        if (alone) {
            stream.reset(H2Error.INTERNAL_ERROR);
        } else {
            stream.connection().drop(reset);
        }
    }

    private void answer(int status, List<Header> fields) throws IOException {
        String length = value(fields, "content-length");
        boolean chunked = value(fields, "transfer-encoding").equalsIgnoreCase("chunked");
        boolean none = status == 204 || status == 304 || stream.method().equals("HEAD") || length.equals("0");
        stream.head(status, forwarded(fields), none);
        if (none) {
            return;
        }
        // What breaks off from here is thrown, and resets the stream.
        if (chunked) {
            for (int size = chunk(); size > 0; size = chunk()) {
                pass(size);
                line();
            }
            List<Header> trailers = fields();
            if (trailers.isEmpty()) {
                stream.end();
            } else {
                stream.trailers(trailers);
            }
        } else {
            pass(length.isEmpty() ? Long.MAX_VALUE : Long.parseLong(length));
            stream.end();
        }
    }

    private int chunk() throws IOException {
        try {
            return Integer.parseInt(line(), 16);
        } catch (NumberFormatException noChunk) {
            throw new IOException(noChunk);
        }
    }

    private void pass(long length) throws IOException {
        byte[] buffer = new byte[8192];
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                if (length == Long.MAX_VALUE) {
                    return;
                }
                throw new EOFException("truncated");
            }
            stream.data(buffer, read);
            left -= read;
        }
    }

    private static int status(String line) {
        if (!line.startsWith("HTTP/1.") || line.length() < 12) {
            throw new NumberFormatException(line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private List<Header> fields() throws IOException {
        List<Header> fields = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (fields.size() == MOST_FIELDS) {
                // A head without end is none.
                stream.awaitReset();
            }
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new NumberFormatException(line);
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            fields.add(new BasicHeader(name, line.substring(colon + 1).strip()));
        }
        return fields;
    }

    private static List<Header> forwarded(List<Header> fields) {
        return fields.stream()
                .filter(field -> !HOP_BY_HOP.contains(field.getName()))
                .toList();
    }

    private static String value(List<Header> fields, String name) {
        return fields.stream()
                .filter(field -> field.getName().equals(name))
                .map(Header::getValue)
                .findFirst()
                .orElse("");
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("within a head");
            }
            line.write(read);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
