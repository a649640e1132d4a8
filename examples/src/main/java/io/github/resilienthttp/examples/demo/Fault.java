// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.examples.upstreams.Upstream;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person may do to an upstream. */
enum Fault {
    WELL("well", "well"),
    BROWN_OUT("brown-out", "brown-out, 1 in 3 is a 500"),
    ERRORS("errors", "outage, all 500"),
    SLOW("slow", "slow, answers take 1.5 s"),
    THROTTLED("throttled", "over its limit, 429 (8 s)"),
    DOWN("down", "down, connections are reset");

    private final String word;
    private final String what;

    Fault(String word, String what) {
        this.word = word;
        this.what = what;
    }

    static Optional<Fault> of(String word) {
        return Stream.of(values()).filter(fault -> fault.word.equals(word)).findFirst();
    }

    /** In addresses and in JSON. */
    String word() {
        return word;
    }

    /** For a person. */
    String what() {
        return what;
    }

    void befall(Upstream upstream) {
        switch (this) {
            case WELL -> upstream.well();
            case BROWN_OUT -> upstream.brownOut();
            case ERRORS -> upstream.failing();
            case SLOW -> upstream.slow(Duration.ofMillis(1_500));
            case THROTTLED -> upstream.throttled(8);
            case DOWN -> upstream.down();
        }
    }
}
