// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A run of one upstream, `a`, that can be made `well`. */
final class FakeRun implements LiveRun {
    final AtomicInteger frames = new AtomicInteger();
    final List<String> befell = new CopyOnWriteArrayList<>();

    @Override
    public String frame() {
        return "{\"n\":" + frames.incrementAndGet() + "}";
    }

    @Override
    public String metrics() {
        return "a_total 1\n";
    }

    @Override
    public boolean befall(String upstream, String fault) {
        if (fault.equals("worse")) {
            throw new IllegalStateException("secret");
        }
        return upstream.equals("a") && fault.equals("well") && befell.add(fault);
    }
}
