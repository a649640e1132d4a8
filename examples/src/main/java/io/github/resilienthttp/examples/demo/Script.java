// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import java.util.List;

/** The episodes of one upstream, again and again. Driven by one thread; {@link #what} may be asked by any. */
final class Script {
    private final int cycleSeconds;
    private final List<Episode> episodes;
    private int next;
    private int cycle;
    private volatile String what = "";

    /** Episodes in order of time, all inside the cycle, the first at 0. */
    Script(int cycleSeconds, List<Episode> episodes) {
        this.cycleSeconds = cycleSeconds;
        this.episodes = List.copyOf(episodes);
    }

    /** Begins what is due. */
    void advance(long elapsedMillis) {
        while (elapsedMillis >= dueMillis()) {
            Episode episode = episodes.get(next);
            episode.begin().run();
            what = episode.what();
            next++;
            if (next == episodes.size()) {
                next = 0;
                cycle++;
            }
        }
    }

    private long dueMillis() {
        return 1_000L * ((long) cycle * cycleSeconds + episodes.get(next).atSecond());
    }

    String what() {
        return what;
    }
}
