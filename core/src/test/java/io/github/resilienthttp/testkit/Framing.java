// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How a response says where its body ends (RFC 9112 section 6.3). */
enum Framing {
    LENGTH {
        @Override
        List<HeaderLine> lines(long length) {
            return List.of(new HeaderLine("Content-Length", Long.toString(length)));
        }
    },

    CHUNKED {
        @Override
        List<HeaderLine> lines(long length) {
            return List.of(new HeaderLine("Transfer-Encoding", "chunked"));
        }

        @Override
        byte[] block(byte[] content) {
            if (content.length == 0) {
                return content;
            }
            ByteArrayOutputStream chunk = new ByteArrayOutputStream(content.length + 16);
            chunk.writeBytes(ascii(Integer.toHexString(content.length) + "\r\n"));
            chunk.writeBytes(content);
            chunk.writeBytes(ascii("\r\n"));
            return chunk.toByteArray();
        }

        @Override
        byte[] end() {
            return ascii("0\r\n\r\n");
        }
    },

    UNTIL_CLOSE {
        @Override
        List<HeaderLine> lines(long length) {
            return List.of();
        }
    };

    abstract List<HeaderLine> lines(long length);

    /** Content as it stands on the wire. */
    byte[] block(byte[] content) {
        return content;
    }

    /** What stands after all content. */
    byte[] end() {
        return new byte[0];
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
