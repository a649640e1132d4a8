// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.live;

/** What is shown, and may be told to do something. Thread-safe. */
public interface LiveRun {
    /** {@return how it stands: a JSON object on one line} */
    String frame();

    /** {@return its meters, as Prometheus reads them} */
    String metrics();

    /**
     * Does something to an upstream.
     *
     * @param upstream its name
     * @param fault the name of what is to befall it
     * @return whether there are such
     */
    boolean befall(String upstream, String fault);
}
