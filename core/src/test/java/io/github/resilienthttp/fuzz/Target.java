// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.fuzz;

import com.sun.management.ThreadMXBean;
import io.github.resilienthttp.hint.JsonPointerFuzz;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is given hostile bytes. Its inputs lie in {@code src/test/fuzz}, in a folder of its name. */
enum Target {
    HINT_HEADERS(HintHeadersFuzz.class, HintHeadersFuzz::fuzzerTestOneInput),
    ERROR_BODY(ErrorBodyFuzz.class, ErrorBodyFuzz::fuzzerTestOneInput),
    JSON_POINTER(JsonPointerFuzz.class, JsonPointerFuzz::fuzzerTestOneInput),
    PROPERTIES_FILE(PropertiesFileFuzz.class, PropertiesFileFuzz::fuzzerTestOneInput),
    CONFIGURATION_VALUES(ConfigurationValuesFuzz.class, ConfigurationValuesFuzz::fuzzerTestOneInput),
    CONTENT_CODING(ContentCodingFuzz.class, ContentCodingFuzz::fuzzerTestOneInput);

    /** Far above what is needed, far below what would hurt: 64 KiB of input is all that the engine ever reads. */
    private static final long MOST_ALLOCATED = 32L << 20;

    private static final long MOST_ALLOCATED_PER_BYTE = 16L << 10;

    private final Class<?> type;
    private final Consumer<byte[]> reader;

    Target(Class<?> type, Consumer<byte[]> reader) {
        this.type = type;
        this.reader = reader;
    }

    /** The name of the class that Jazzer is to run. */
    String className() {
        return type.getName();
    }

    /** Where its seeds and findings lie. */
    Path folder() {
        return Path.of("src", "test", "fuzz", type.getSimpleName());
    }

    List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().toList();
        }
    }

    /** Reads one input, and fails where that takes more memory than is reasonable. */
    void read(byte[] input) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        reader.accept(input);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        if (allocated > MOST_ALLOCATED + MOST_ALLOCATED_PER_BYTE * input.length) {
            throw new AssertionError(allocated + " bytes were allocated for an input of " + input.length);
        }
    }
}
