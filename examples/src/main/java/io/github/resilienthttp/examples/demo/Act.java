// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.examples.upstreams.Upstream;
import java.time.Duration;
import java.util.List;

/**
 * One upstream of the demo with what is sent to it and what befalls it.
 *
 * @param upstream the simulator
 * @param messages sent in turn
 * @param callers threads that send
 * @param pause of each caller between two calls: together they send at most callers / pause
 * @param script what befalls it
 */
record Act(Upstream upstream, List<Message> messages, int callers, Duration pause, Script script) {
    String name() {
        return upstream.client();
    }
}
