// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a virtual thread an interrupt closes the socket: there even clients that block are cut. */
class VirtualThreadTest {
    @ParameterizedTest
    @EnumSource(Factory.class)
    @EnabledForJreRange(min = JRE.JAVA_21)
    void anAttemptIsCutAndTheNextOneAnswered(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory, "timeout.attempt=2s")) {
            scene.server()
                    .on("/a")
                    .reply(Reply.nothing(Fate.SILENCE), Reply.status(503).body("no"), Reply.ok("fine"));
            Callable<String> call =
                    () -> scene.client().get().uri("/a").retrieve().body(String.class);
            ExecutorService threads = (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
            try {
                assertThat(threads.submit(call).get()).isEqualTo("fine");
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
