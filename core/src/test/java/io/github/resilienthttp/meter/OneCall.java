// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.Step;
import io.github.resilienthttp.testkit.FakeTime;
import io.github.resilienthttp.testkit.GivenRequest;
import io.github.resilienthttp.testkit.NoHeaders;
import java.time.Duration;
import java.util.function.Supplier;

/** A call with a retry, to be made by a class loader that finds no Micrometer. */
public final class OneCall implements Supplier<String> {
    @Override
    public String get() {
        FakeTime time = new FakeTime();
        try (ResilientHttp resilience = ResilientHttp.builder().time(time).build()) {
            Call call = resilience.client("default").newCall(CallOptions.NONE);
            call.begin(new GivenRequest("GET", "a.example"));
            Step wait = call.answered(1, 503, NoHeaders.INSTANCE, true);
            time.advance(Duration.ofNanos(((Step.Wait) wait).until() - time.nanos()));
            call.resumed();
            call.decorate(2, (name, value) -> {});
            call.answered(2, 200, NoHeaders.INSTANCE, true);
            call.close();
            return call.report().outcome().label();
        }
    }
}
