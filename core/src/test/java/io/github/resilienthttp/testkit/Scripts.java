// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the server does about each connection and each target. Thread-safe. */
final class Scripts {
    private final Map<String, Script> byTarget = new ConcurrentHashMap<>();
    private final Script otherwise = new Script();
    private List<Fate> arrivals = List.of(Fate.SERVE);
    private int arrived;

    Script on(String target) {
        if (!target.startsWith("/") && !target.equals("*")) {
            throw new IllegalArgumentException("target is '" + target + "'; allowed is a path that begins with '/'");
        }
        return byTarget.computeIfAbsent(target, any -> new Script());
    }

    Script otherwise() {
        return otherwise;
    }

    /** The script of the whole target, else of its path, else the default one. */
    Cue cueFor(RequestHead head) {
        Script exact = byTarget.get(head.target());
        return exact != null
                ? exact.next()
                : byTarget.getOrDefault(head.path(), otherwise).next();
    }

    synchronized void onAccept(Fate... fates) {
        if (fates.length == 0) {
            throw new IllegalArgumentException("onAccept() got no fate; allowed is one or more, the last one repeats");
        }
        arrivals = List.copyOf(Arrays.asList(fates));
        arrived = 0;
    }

    synchronized Fate nextArrival() {
        Fate fate = arrivals.get(Math.min(arrived, arrivals.size() - 1));
        arrived++;
        return fate;
    }
}
