// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.CallbackDriver;
import io.github.resilienthttp.call.ResilientClient;
import io.github.resilienthttp.policy.Policy;
import java.util.function.Consumer;

/** The engine as the adapters use it, on simulated time: nothing is decided here. */
record EngineContender(String name, Policy policy) implements Contender {
    @Override
    public Client start(World world) {
        ResilientHttp engine = ResilientHttp.builder()
                .client(policy)
                .time(world.time())
                .random(world::random)
                // Thousands of lines about calls that nobody made.
                .callLog(false)
                .build();
        return new EngineClient(engine, policy.client(), world);
    }

    private static final class EngineClient implements Client {
        private final ResilientHttp engine;
        private final ResilientClient client;
        private final CallbackDriver driver;
        private final World world;

        EngineClient(ResilientHttp engine, String name, World world) {
            this.engine = engine;
            this.client = engine.client(name);
            this.driver = new CallbackDriver(world.time(), world.timer());
            this.world = world;
        }

        @Override
        public void call(Consumer<Ending> whenOver) {
            if (client.active(CallOptions.NONE)) {
                SimulatedExchange exchange = new SimulatedExchange(client.newCall(CallOptions.NONE), world, whenOver);
                driver.execute(exchange.call(), SimulatedRequest.GET, exchange);
            } else {
                world.send(0, answer -> whenOver.accept(answer.well() ? Ending.WELL : Ending.FAILED));
            }
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
