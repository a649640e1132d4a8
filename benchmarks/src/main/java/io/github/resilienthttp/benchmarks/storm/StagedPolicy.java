// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.storm.Contender;
import io.github.resilienthttp.storm.Contenders;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A policy, to be simulated and to be sent. */
public final class StagedPolicy {
    private final Contender simulated;
    private final Function<RealClients, RealProcess> real;

    private StagedPolicy(Contender simulated, Function<RealClients, RealProcess> real) {
        this.simulated = simulated;
        this.real = real;
    }

    /**
     * The engine: in simulated time, and through its adapter.
     *
     * @param policy the policy
     * @return both
     */
    public static StagedPolicy engine(Policy policy) {
        return new StagedPolicy(Contenders.engine(policy), clients -> new AdapterProcess(clients, policy));
    }

    /**
     * Somebody else's rule.
     *
     * @param contender the model of it, which is driven either way
     * @return both
     */
    public static StagedPolicy peer(Contender contender) {
        return new StagedPolicy(contender, clients -> RealProcess.of(clients, contender));
    }

    /** {@return the default policy, and all peers there are} */
    public static List<StagedPolicy> all() {
        return Stream.concat(
                        Stream.of(engine(Policy.builder("default").build())),
                        Contenders.peers().stream().map(StagedPolicy::peer))
                .toList();
    }

    /** {@return a word for reports} */
    public String name() {
        return simulated.name();
    }

    /** {@return what is simulated} */
    public Contender simulated() {
        return simulated;
    }

    RealProcess start(RealClients clients) {
        return real.apply(clients);
    }
}
