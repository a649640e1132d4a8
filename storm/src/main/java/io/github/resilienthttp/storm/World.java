// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.call.Time;
import io.github.resilienthttp.call.Timer;
import io.github.resilienthttp.stability.Experimental;
import java.util.function.Consumer;

/**
 * What a client process has around it: clocks, random numbers and the way to the server. {@link Storm} simulates it; over
 * real clocks and connections the same contenders run against a real server. All of it is for one thread, on which
 * everything that is told is told too.
 */
@Experimental
public interface World {
    /** {@return the clocks} */
    Time time();

    /** {@return what runs things later} */
    Timer timer();

    /** {@return a random number from 0 inclusive to 1 exclusive} */
    double random();

    /**
     * Sends a request.
     *
     * @param timeoutNanos how long to wait for the answer, cut to the scenario's client timeout; 0: as long as that
     * @param then told once what came of it
     */
    void send(long timeoutNanos, Consumer<Reply> then);
}
