// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.hint.HeaderView;
import io.github.resilienthttp.testkit.FakeTime;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the engine allocates for a call that goes well at once, in bytes; prints it. Independent of the machine's speed, and of
 * escape analysis as far as that only ever makes it less.
 */
class SuccessPathAllocationTest {
    private static final int CALLS = 20_000;
    private static final HeaderView NO_HEADERS = new NoHeaders();
    private static final FakeRequest GET = FakeRequest.of("GET");

    @Test
    void aCallThatGoesWellAllocatesLittle() {
        try (ResilientHttp resilience =
                ResilientHttp.builder().time(new FakeTime()).build()) {
            ResilientClient client = resilience.client(ResilientHttp.DEFAULT_CLIENT);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            run(client, CALLS);

            long before = threads.getCurrentThreadAllocatedBytes();
            run(client, CALLS);
            long perCall = (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;

            System.out.println("engine, success path: " + perCall + " B per call");
            assertThat(perCall).isLessThanOrEqualTo(160);
        }
    }

    private static void run(ResilientClient client, int calls) {
        for (int n = 0; n < calls; n++) {
            Call call = client.newCall(CallOptions.NONE);
            call.begin(GET);
            call.answered(1, 200, NO_HEADERS, true);
            call.close();
        }
    }

    private static final class NoHeaders implements HeaderView {
        @Override
        public @Nullable String first(String name) {
            return null;
        }

        @Override
        public List<String> all(String name) {
            return List.of();
        }

        @Override
        public void forEach(BiConsumer<String, String> visitor) {}
    }
}
