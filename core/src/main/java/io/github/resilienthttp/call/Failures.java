package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.Outcome;

/** Sorts exceptions by walking their cause chain, since clients wrap them differently. */
public final class Failures {
    private Failures() {}

    /** The failure as facts; {@code client} is asked about each link before the types of the JDK are. */
    public static Outcome.Failure classify(Throwable failure, FailureRule client) {
        throw new AssertionError();
    }
}
