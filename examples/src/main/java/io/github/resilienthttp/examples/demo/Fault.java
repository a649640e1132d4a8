// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.examples.upstreams.Upstream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a person may do to an upstream. */
enum Fault {
    WELL("well", "well", Upstream::well),
    BROWN_OUT("brown-out", "brown-out, 1 in 3 is a 500", Upstream::brownOut),
    ERRORS("errors", "outage, all 500", Upstream::failing),
    SLOW("slow", "slow, answers take 1.5 s", upstream -> upstream.slow(Duration.ofMillis(1_500))),
    THROTTLED("throttled", "over its limit, 429 (8 s)", upstream -> upstream.throttled(8)),
    DOWN("down", "down, connections are reset", Upstream::down);

    private final String word;
    private final String what;
    private final Consumer<Upstream> happen;

    Fault(String word, String what, Consumer<Upstream> happen) {
        this.word = word;
        this.what = what;
        this.happen = happen;
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
        happen.accept(upstream);
    }
}
