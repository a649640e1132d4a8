// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.Trait;
import io.github.resilienthttp.contract.TraitsContract;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.Parameter;

/** The table of docs/spring.md, column by column. */
@EveryKind
class SpringTraitsContractTest extends TraitsContract {
    private static final Set<Trait> EVERYWHERE = EnumSet.of(Trait.CANCEL, Trait.SEES_REDIRECTS);
    private static final Set<Trait> IN_MEMORY = EnumSet.of(Trait.ONE_SHOT_BODY, Trait.CHUNKED_BODY);

    @Parameter
    SpringKind kind;

    @Override
    protected AdapterKind adapter() {
        return kind;
    }

    @Override
    protected Set<Trait> knownToLack() {
        Set<Trait> lacks = EnumSet.copyOf(EVERYWHERE);
        if (!kind.name().endsWith("_STREAMING")) {
            lacks.addAll(IN_MEMORY);
        }
        lacks.addAll(
                switch (kind) {
                    case HTTP_COMPONENTS, HTTP_COMPONENTS_STREAMING, TEMPLATE ->
                        Set.of(Trait.INTERRUPTS_ATTEMPTS, Trait.QUERY);
                    case JDK, JDK_STREAMING ->
                        Set.of(Trait.CUTS_CONNECT, Trait.CUTS_LEASE, Trait.POOL_OF_ONE, Trait.SENDS_ONCE);
                    case JETTY -> Set.of(Trait.CUTS_CONNECT, Trait.CUTS_LEASE, Trait.BOUNDS_HEADS);
                    case REACTOR ->
                        Set.of(Trait.CUTS_CONNECT, Trait.CUTS_LEASE, Trait.KNOWS_VERSIONS, Trait.LEAVES_LONG_BODIES);
                    case SIMPLE ->
                        Set.of(
                                Trait.CUTS_HEAD,
                                Trait.CUTS_SENDING,
                                Trait.CUTS_CONNECT,
                                Trait.CUTS_LEASE,
                                Trait.POOL_OF_ONE,
                                Trait.INTERRUPTS_ATTEMPTS,
                                Trait.PATCH,
                                Trait.QUERY,
                                Trait.SENDS_ONCE,
                                Trait.NOTICES_BROKEN_HEADS,
                                Trait.TELLS_SHORT_STATUS_LINES,
                                Trait.CHALLENGE_BODIES,
                                Trait.LEAVES_LONG_BODIES);
                });
        if (kind == SpringKind.SIMPLE && Runtime.version().feature() < 25) {
            lacks.add(Trait.NOTICES_BROKEN_BODIES);
        }
        return lacks;
    }
}
