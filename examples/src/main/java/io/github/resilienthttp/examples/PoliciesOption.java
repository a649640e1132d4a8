package io.github.resilienthttp.examples;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.policy.Fault;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What {@code --config} names, as clients. */
final class PoliciesOption {
    private PoliciesOption() {}

    /**
     * Adds the clients of the file, or none where no file is named.
     *
     * @throws BadUse with every fault, one line each
     */
    static ResilientHttp load(@Nullable Path file, ResilientHttp.Builder builder) {
        try {
            return file == null ? builder.build() : builder.properties(readable(file)).build();
        } catch (InvalidConfigurationException invalid) {
            throw new BadUse(invalid.faults().stream().map(Fault::toString).toList());
        } catch (UncheckedIOException unreadable) {
            throw new BadUse("--config " + file + " cannot be read: name a readable .properties file");
        }
    }

    private static Path readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new BadUse("--config " + file + ": there is no such file, or it cannot be read");
        }
        return file;
    }
}
