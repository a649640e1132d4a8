// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A properties file for {@code --config}, deleted in the end. */
record ConfigFile(Path path) implements AutoCloseable {
    /** Lines as they stand in the file. */
    static ConfigFile ofLines(String... lines) {
        try {
            return new ConfigFile(Files.write(Files.createTempFile("policies", ".properties"), List.of(lines)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Settings such as {@code retry.max-attempts=2} that hold for every client. */
    static ConfigFile ofDefaults(String... settings) {
        String[] lines = settings.clone();
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "resilient-http.defaults." + lines[i];
        }
        return ofLines(lines);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
