// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks;

/** A row of a suite: what is measured, and what each of its calls must return. */
public interface Variant {
    /** {@return its name, as an enum constant has one} */
    String name();

    /**
     * Makes it ready.
     *
     * @return a new subject, to be closed
     * @throws Exception where it cannot be made
     */
    Subject open() throws Exception;

    /** {@return the status every call must return; 0 for a refusal} */
    default int expected() {
        return 200;
    }

    /** {@return the name of the row of the same suite that differences are taken from} */
    String baseline();
}
