// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.stability.Experimental;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import org.jspecify.annotations.Nullable;

/**
 * Sorts exceptions into kinds of failure by walking their cause chain, since clients wrap them differently: the JDK's
 * client reports a DNS failure as a {@link ConnectException} caused by an {@link UnresolvedAddressException}, others
 * hide a timeout in a plain {@link IOException}.
 */
@Experimental
public final class Failures {
    private Failures() {}

    /**
     * Turns an exception into facts. The client's rule is asked about each link of the chain first, outermost first;
     * then the types of the JDK are. What nobody knows is {@code BROKEN} where an {@link IOException} is in the chain
     * (the request may have been acted on), else {@code ENDED}; an {@link Error} is always {@code ENDED}.
     *
     * @param failure the exception as the client throws it; of a long or cyclic chain the first 16 links count
     * @param client what the adapter knows of its client's own types
     * @return the kind, whether time ran out, and the exception itself
     */
    public static Outcome.Failure classify(Throwable failure, FailureRule client) {
        CauseChain chain = CauseChain.of(failure);
        return new Outcome.Failure(kindOf(chain, client), chain.any(JdkFailures::isTimeout), failure);
    }

    private static FailureKind kindOf(CauseChain chain, FailureRule client) {
        FailureKind kind = chain.first(client);
        if (kind == null) {
            kind = knownToJdk(chain);
        }
        if (kind == null) {
            kind = chain.any(IOException.class::isInstance) ? FailureKind.BROKEN : FailureKind.ENDED;
        }
        return kind;
    }

    private static @Nullable FailureKind knownToJdk(CauseChain chain) {
        if (chain.any(Error.class::isInstance)) {
            return FailureKind.ENDED;
        }
        FailureKind tls = TlsFailures.kindOf(chain);
        return tls == null ? chain.first(JdkFailures::kindOf) : tls;
    }
}
