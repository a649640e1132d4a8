// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.examples.BadUse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A header field to send, checked against RFC 9110 section 5.
 *
 * @param name a token
 * @param value without control characters
 */
public record HeaderLine(String name, String value) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[^\\x00-\\x08\\x0a-\\x1f\\x7f]*");
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding", "connection", "upgrade");

    /**
     * Reads {@code Name: value} lines.
     *
     * @param lines as typed
     * @return in the same order
     * @throws BadUse for the first that is none; the value is not told
     */
    public static List<HeaderLine> all(List<String> lines) {
        return lines.stream().map(HeaderLine::of).toList();
    }

    private static HeaderLine of(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new BadUse("--header without a colon: write --header 'Name: value'");
        }
        String name = line.substring(0, colon);
        if (!TOKEN.matcher(name).matches()) {
            throw new BadUse("--header with a name that is no HTTP token: write --header 'Name: value'");
        }
        String value = line.substring(colon + 1).strip();
        if (!VALUE.matcher(value).matches()) {
            throw new BadUse("--header " + name + ": control characters are not allowed in a value");
        }
        if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            throw new BadUse("--header " + name + " belongs to the HTTP client, which sets it: leave it out");
        }
        return new HeaderLine(name, value);
    }

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
