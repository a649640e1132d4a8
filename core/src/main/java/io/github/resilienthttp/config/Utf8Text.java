package io.github.resilienthttp.config;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of a file in UTF-8.
 *
 * @param text the text, without a byte order mark; what is not UTF-8 is replaced
 * @param badLine the line of the first byte that is not UTF-8, counted from 1; 0 where all is
 */
record Utf8Text(String text, int badLine) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static Utf8Text decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // What was replaced while reading does not come back as it was while writing.
        int bad = Arrays.mismatch(bytes, text.getBytes(StandardCharsets.UTF_8));
        int badLine = bad < 0 ? 0 : lineAfter(new String(bytes, 0, bad, StandardCharsets.UTF_8));
        return new Utf8Text(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, badLine);
    }

    private static int lineAfter(String text) {
        return (int) (text + "x").lines().count();
    }
}
