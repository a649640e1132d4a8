// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts of a foreign body fit for a log line: one line, no control characters, a bounded length.
 *
 * <p>Line and paragraph separators, format characters (which can reverse what is displayed) and lone surrogates count
 * as control characters; each becomes a space.
 */
final class PrintableText {
    /** The longest text in chars; more is cut off. */
    static final int LONGEST = 500;

    private static final String SEPARATOR = "; ";

    private PrintableText() {}

    /** The text of a scalar, or of a list of scalars joined by {@code "; "}; null where nothing visible is left. */
    static @Nullable String of(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        if (value instanceof List<?> items) {
            for (Object item : items) {
                append(text, scalar(item));
            }
        } else {
            append(text, scalar(value));
        }
        String found = text.toString().strip();
        return found.isEmpty() ? null : found;
    }

    private static void append(StringBuilder text, @Nullable String part) {
        if (part == null || part.isBlank() || text.length() + SEPARATOR.length() >= LONGEST) {
            return;
        }
        if (text.length() > 0) {
            text.append(SEPARATOR);
        }
        int at = 0;
        while (at < part.length()) {
            int character = part.codePointAt(at);
            int next = at + Character.charCount(character);
            if (text.length() + next - at > LONGEST) {
                return;
            }
            text.appendCodePoint(isPrintable(character) ? character : ' ');
            at = next;
        }
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** A number keeps its exponent: written out it could have a thousand million digits. */
    private static @Nullable String scalar(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        return value instanceof BigDecimal || value instanceof Boolean ? value.toString() : null;
    }
}
