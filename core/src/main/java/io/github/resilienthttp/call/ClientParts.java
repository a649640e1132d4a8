// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.Classifier;
import io.github.resilienthttp.event.Listeners;
import io.github.resilienthttp.event.Observations;
import io.github.resilienthttp.event.Telemetry;
import io.github.resilienthttp.hint.JsonReader;
import io.github.resilienthttp.stability.Internal;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What all clients of one front door have in common.
 *
 * @param time the clocks and timers of all waits
 * @param listeners who is told of every call
 * @param classifier the user's own, asked first; or null
 * @param json reads bodies; null where there is no JSON parser
 * @param random numbers from 0 inclusive to 1 exclusive; thread-safe
 * @param telemetry counts and times what happens; or null
 * @param observations follows calls as traces; or null
 * @param logs whether calls that had trouble write a line into the log
 */
@Internal
public record ClientParts(
        Time time,
        Listeners listeners,
        @Nullable Classifier classifier,
        @Nullable JsonReader json,
        DoubleSupplier random,
        @Nullable Telemetry telemetry,
        @Nullable Observations observations,
        boolean logs) {
    /**
     * Parts of clients that nobody measures or follows.
     *
     * @param time the clocks and timers of all waits
     * @param listeners who is told of every call
     * @param classifier the user's own, asked first; or null
     * @param json reads bodies; null where there is no JSON parser
     * @param random numbers from 0 inclusive to 1 exclusive; thread-safe
     */
    public ClientParts(
            Time time,
            Listeners listeners,
            @Nullable Classifier classifier,
            @Nullable JsonReader json,
            DoubleSupplier random) {
        this(time, listeners, classifier, json, random, null, null, true);
    }
}
