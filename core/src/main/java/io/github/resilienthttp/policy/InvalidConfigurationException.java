package io.github.resilienthttp.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that was refused, with everything that is wrong with it. The message has one line for each fault. */
public final class InvalidConfigurationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** An array, since a list is not known to be serializable. */
    private final Fault[] faults;

    /**
     * Refuses a configuration.
     *
     * @param faults everything that is wrong, in the order of the file; at least one
     */
    public InvalidConfigurationException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = faults.toArray(Fault[]::new);
    }

    /**
     * Everything that is wrong.
     *
     * @return the faults in the order of the file
     */
    public List<Fault> faults() {
        return List.of(faults);
    }
}
