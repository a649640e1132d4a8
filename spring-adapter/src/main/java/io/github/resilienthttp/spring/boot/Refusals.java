// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.policy.Fault;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import java.util.List;

/** What the engine refuses once keys and values are right, as faults of the configuration. */
final class Refusals {
    private Refusals() {}

    /** A fault for each line of what was refused. */
    static InvalidConfigurationException asFaults(IllegalArgumentException refused) {
        if (refused instanceof InvalidConfigurationException told) {
            return told;
        }
        List<Fault> faults = String.valueOf(refused.getMessage())
                .lines()
                .map(line -> new Fault("", null, null, line))
                .toList();
        InvalidConfigurationException told = new InvalidConfigurationException(faults);
        told.initCause(refused);
        return told;
    }
}
