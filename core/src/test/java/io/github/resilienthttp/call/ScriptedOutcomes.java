// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What both kinds of fake exchange have: a script, a journal of what they were asked for and when, and their responses as facts. */
abstract class ScriptedOutcomes implements Outcomes<FakeResponse> {
    final List<String> journal = new ArrayList<>();
    final Deque<Object> script;
    private final Time time;
    private final long start;

    @Nullable
    RuntimeException brokenHeaders;

    ScriptedOutcomes(Time time, Object... script) {
        this.time = time;
        this.start = time.nanos();
        this.script = new ArrayDeque<>(Arrays.asList(script));
    }

    final void note(String what) {
        journal.add(what + " @" + Duration.ofNanos(time.nanos() - start).toMillis());
    }

    @Override
    public final int status(FakeResponse response) {
        return response.status;
    }

    @Override
    public final HeaderView headers(FakeResponse response) {
        if (brokenHeaders != null) {
            throw brokenHeaders;
        }
        return response.headers;
    }

    @Override
    public final Outcome.Failure failed(Throwable failure) {
        return Failures.classify(failure, link -> null);
    }

    @Override
    public final boolean replayable() {
        return true;
    }
}
