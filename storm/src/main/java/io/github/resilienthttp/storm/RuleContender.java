// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Drives a rule of another library. */
record RuleContender(String name, Supplier<RetryRule> rules) implements Contender {
    @Override
    public Client start(World world) {
        RetryRule rule = rules.get();
        return whenOver -> new Run(world, rule.begin(world.time().nanos()), whenOver).send();
    }

    private record Run(World world, RetryRule.OneCall call, Consumer<Ending> whenOver) {
        void send() {
            world.send(0, this::answered);
        }

        private void answered(Reply answer) {
            if (answer.well()) {
                call.succeeded();
                whenOver.accept(Ending.WELL);
                return;
            }
            long now = world.time().nanos();
            long wait = call.failed(answer, world.random(), now);
            if (wait == RetryRule.GIVE_UP) {
                whenOver.accept(Ending.FAILED);
            } else {
                world.timer().start(now + wait, this::send);
            }
        }
    }
}
