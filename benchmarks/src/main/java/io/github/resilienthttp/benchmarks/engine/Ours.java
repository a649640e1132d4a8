// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.ResilientHttpBuilder;
import io.github.resilienthttp.benchmarks.Subject;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.call.RequestView;
import io.github.resilienthttp.call.ResilientClient;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.meter.MicrometerTelemetry;
import io.github.resilienthttp.policy.PolicyBuilder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.stream.IntStream;

/** The engine, driven as an adapter drives it. */
final class Ours implements Subject {
    private static final int LANES = 64;

    private final ResilientHttp resilience;
    private final ResilientClient client;
    private final CannedExchange exchange;
    private final RequestView[] requests;
    private final boolean reads;

    private Ours(ResilientHttp resilience, CannedExchange exchange, int scopes, boolean reads) {
        this.resilience = resilience;
        this.client = resilience.client(Policies.CLIENT);
        this.exchange = exchange;
        this.reads = reads;
        this.requests = IntStream.range(0, LANES)
                .mapToObj(lane -> new PlainRequest("host" + lane % scopes + ".example"))
                .toArray(RequestView[]::new);
    }

    static Ours of(PolicyBuilder policy, int... statuses) {
        return of(policy, CannedExchange.of(statuses));
    }

    static Ours of(PolicyBuilder policy, CannedExchange exchange) {
        return new Ours(builder(policy).build(), exchange, 1, false);
    }

    /** Each thread, up to four of them, calls a server of its own. */
    static Ours ofFourScopes(PolicyBuilder policy) {
        return new Ours(builder(policy).build(), CannedExchange.of(200), 4, false);
    }

    /** The caller asks for the report of every call. */
    static Ours reporting(PolicyBuilder policy) {
        return new Ours(builder(policy).build(), CannedExchange.of(200), 1, true);
    }

    static Ours metered(PolicyBuilder policy) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        ResilientHttp metered =
                builder(policy).telemetry(MicrometerTelemetry.of(registry)).build();
        return new Ours(metered, CannedExchange.of(200), 1, false);
    }

    private static ResilientHttpBuilder builder(PolicyBuilder policy) {
        // Full jitter: no delay at all. Nothing else asks for a random number.
        return ResilientHttp.builder().client(policy.build()).random(() -> 0);
    }

    @Override
    public int call(int lane) throws IOException {
        Call call = client.newCall(CallOptions.NONE);
        int status;
        try {
            status = resilience
                    .blockingDriver()
                    .execute(call, requests[lane % LANES], exchange)
                    .status();
        } catch (CallRefusedException refused) {
            status = 0;
        } finally {
            call.close();
        }
        return reads ? read(call.report(), status) : status;
    }

    private static int read(CallReport report, int status) {
        return report.attempts().isEmpty() ? -1 : status;
    }

    @Override
    public void close() {
        resilience.close();
    }
}
