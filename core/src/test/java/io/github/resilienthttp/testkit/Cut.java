// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where a reply breaks off. */
public enum Cut {
    /** Within the status line: {@code HTTP/1.} is the last that is sent. */
    STATUS_LINE {
        @Override
        byte[] head(byte[] whole) {
            return Arrays.copyOf(whole, "HTTP/1.".length());
        }

        @Override
        byte[] body(byte[] whole) {
            return NOTHING;
        }
    },

    /** Within the head: the status line, the field lines and the first letters of one more are sent. */
    HEAD {
        @Override
        byte[] head(byte[] whole) {
            byte[] letters = "X-Cut-O".getBytes(StandardCharsets.US_ASCII);
            int emptyLine = whole.length - 2;
            byte[] kept = Arrays.copyOf(whole, emptyLine + letters.length);
            System.arraycopy(letters, 0, kept, emptyLine, letters.length);
            return kept;
        }

        @Override
        byte[] body(byte[] whole) {
            return NOTHING;
        }
    },

    /** Within the body: the head and half of the body's bytes (chunking included, rounded up) are sent. */
    BODY {
        @Override
        byte[] head(byte[] whole) {
            return whole;
        }

        @Override
        byte[] body(byte[] whole) {
            return Arrays.copyOf(whole, (whole.length + 1) / 2);
        }
    },

    /** Not at all: the reply is sent to its last byte. */
    NOWHERE {
        @Override
        byte[] head(byte[] whole) {
            return whole;
        }

        @Override
        byte[] body(byte[] whole) {
            return whole;
        }
    };

    private static final byte[] NOTHING = {};

    abstract byte[] head(byte[] whole);

    abstract byte[] body(byte[] whole);
}
