// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import java.util.List;

/** A mistake of the user: its lines say what to do, and the program ends with status 2. Has no stack trace. */
public final class BadUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    /**
     * One line that says what is wrong and what to do.
     *
     * @param line fit to be shown: no credentials, no query values
     */
    public BadUse(String line) {
        this(List.of(line));
    }

    /**
     * Several faults, one line each.
     *
     * @param lines fit to be shown
     */
    public BadUse(List<String> lines) {
        super(String.join("; ", lines), null, false, false);
        this.lines = List.copyOf(lines);
    }

    /**
     * What to print.
     *
     * @return one line or more
     */
    public List<String> lines() {
        return lines;
    }
}
