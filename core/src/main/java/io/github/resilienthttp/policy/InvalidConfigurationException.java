// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Stable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A configuration that was refused, with everything that is wrong with it. The message has one line for each fault. */
@Stable
public final class InvalidConfigurationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable List<Fault> faults;

    /**
     * Refuses a configuration.
     *
     * @param faults everything that is wrong, in the order of the file; at least one
     */
    public InvalidConfigurationException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /**
     * Everything that is wrong.
     *
     * @return the faults in the order of the file; none after deserialization, which leaves only the message
     */
    public List<Fault> faults() {
        return faults == null ? List.of() : faults;
    }
}
