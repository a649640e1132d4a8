package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.event.CallReport;
import org.jspecify.annotations.Nullable;

/**
 * How one call ended for the caller.
 *
 * @param status the response's status, or 0 where there was none
 * @param failure the exception, also where it came while the body was read; or null
 * @param body what was read of the body
 * @param report the engine's report, or null where the engine kept out of it
 * @param elapsedNanos from the start of the call to the end of the body
 */
record Answer(
        int status, @Nullable Throwable failure, BodyFacts body, @Nullable CallReport report, long elapsedNanos) {}
