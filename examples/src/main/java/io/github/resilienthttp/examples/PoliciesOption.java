// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import io.github.resilienthttp.config.PropertiesFile;
import io.github.resilienthttp.policy.Fault;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import io.github.resilienthttp.policy.PolicyBinder;
import io.github.resilienthttp.policy.ResilientHttpConfig;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code --config} names. */
final class PoliciesOption {
    private PoliciesOption() {}

    /**
     * The clients of the file, or only {@code default} where no file is named.
     *
     * @throws BadUse with every fault, one line each
     */
    static ResilientHttpConfig load(@Nullable Path file) {
        try {
            return file == null
                    ? PolicyBinder.bind(Map.of())
                    : PropertiesFile.read(file).bind();
        } catch (InvalidConfigurationException invalid) {
            throw new BadUse(invalid.faults().stream().map(Fault::toString).toList());
        }
    }
}
