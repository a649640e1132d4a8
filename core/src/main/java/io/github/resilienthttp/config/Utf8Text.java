package io.github.resilienthttp.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file in UTF-8, read as far as it is UTF-8.
 *
 * @param text what could be read, without a byte order mark
 * @param badLine the line of the first byte that is not UTF-8, counted from 1; 0 where all was read
 */
record Utf8Text(String text, int badLine) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static Utf8Text decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        int badLine =
                result.isError() ? (int) text.chars().filter(c -> c == '\n').count() + 1 : 0;
        return new Utf8Text(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, badLine);
    }
}
