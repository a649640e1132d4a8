// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The replies to the requests for one target, in order; the last one repeats. May be lengthened while the server runs: what is
 * added comes next, once what was there before has been used. Thread-safe.
 */
public final class Script {
    private final List<Cue> cues = new ArrayList<>();
    private int used;

    Script() {}

    /**
     * Adds replies, one for each of the next requests.
     *
     * @param replies in order
     * @return this script
     * @throws IllegalStateException for a reply whose parts contradict each other
     */
    public Script reply(Reply... replies) {
        for (Reply each : replies) {
            add(Cue.of(each));
        }
        return this;
    }

    /**
     * Adds the same reply for several requests.
     *
     * @param times 1 or more
     * @param reply for each of them
     * @return this script
     * @throws IllegalArgumentException for fewer than one
     * @throws IllegalStateException for a reply whose parts contradict each other
     */
    public Script times(int times, Reply reply) {
        if (times < 1) {
            throw new IllegalArgumentException("times is " + times + "; allowed is 1 or more");
        }
        for (int i = 0; i < times; i++) {
            add(Cue.of(reply));
        }
        return this;
    }

    /**
     * Adds a reply that is worked out from the request, on the thread of its connection, once all of it has been read. What the
     * function throws is answered with a 500 and thrown again by {@link ScriptedServer#close()}.
     *
     * @param answer gives the reply; may block, but must yield to an interrupt
     * @return this script
     */
    public Script answer(Function<SeenRequest, Reply> answer) {
        add(Cue.of(Objects.requireNonNull(answer, "answer")));
        return this;
    }

    synchronized Cue next() {
        if (cues.isEmpty()) {
            return Cue.of(Reply.status(404).body("This script has no reply yet"));
        }
        return used < cues.size() ? cues.get(used++) : cues.get(cues.size() - 1);
    }

    private synchronized void add(Cue cue) {
        cues.add(cue);
    }
}
