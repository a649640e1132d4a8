// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks;

/** Makes a subject. */
@FunctionalInterface
public interface SubjectSource {
    /**
     * Makes one.
     *
     * @return a new subject, to be closed
     * @throws Exception where it cannot be made
     */
    Subject open() throws Exception;
}
