// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is written to the standard error stream, where the log of these tests goes, as long as this is open. */
final class StderrTap implements AutoCloseable {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    StderrTap() {
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    List<String> linesWith(String text) {
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(text))
                .toList();
    }

    @Override
    public void close() {
        System.setErr(before);
    }
}
