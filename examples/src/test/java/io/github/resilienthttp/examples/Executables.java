// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine that some tests need; a test whose program is not there is skipped, and says so. */
public final class Executables {
    private Executables() {}

    /** The first of that name on the path. */
    public static Optional<Path> find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
