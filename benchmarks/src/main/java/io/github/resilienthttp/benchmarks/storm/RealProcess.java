// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import io.github.resilienthttp.storm.Contender;
import io.github.resilienthttp.storm.Ending;
import java.io.IOException;
import java.util.function.Consumer;

/** A client process over real connections. For the thread of its loop. */
interface RealProcess extends AutoCloseable {
    void call(Consumer<Ending> whenOver);

    @Override
    void close() throws IOException;

    /** The very contender that is simulated, its requests sent. */
    static RealProcess of(RealClients clients, Contender contender) {
        LoopbackWorld world = new LoopbackWorld(clients);
        Contender.Client client = contender.start(world);
        return new RealProcess() {
            @Override
            public void call(Consumer<Ending> whenOver) {
                client.call(whenOver);
            }

            @Override
            public void close() throws IOException {
                client.close();
                world.close();
            }
        };
    }
}
