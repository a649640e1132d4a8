// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.benchmarks.engine.PlainRequest;
import io.github.resilienthttp.benchmarks.engine.Policies;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.RequestView;
import io.github.resilienthttp.call.ResilientClient;
import io.github.resilienthttp.policy.PolicyBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What many scopes and many waiting calls take, in a JVM of its own. */
final class ScaleRun {
    private static final int CALLS = 2_000_000;

    private final Effort effort;
    private final List<Row> rows = new ArrayList<>();

    private ScaleRun(Effort effort) {
        this.effort = effort;
    }

    /**
     * Measures and writes rows.
     *
     * @param args whether to be quick, and the file to write
     */
    public static void main(String[] args) {
        boolean quick = Boolean.parseBoolean(args[0]);
        Results.write(Path.of(args[1]), rows(quick ? Effort.QUICK : Effort.FULL));
    }

    static List<Row> rows(Effort effort) {
        ScaleRun run = new ScaleRun(effort);
        // Thrown away: what is loaded and compiled on the way is no scope's.
        run.scopes(Math.min(1000, effort.scopes()), "", Policies.standard());
        run.scopes(Math.min(1000, effort.scopes()), "_LIMITER", Policies.limited());
        run.waiting(Math.min(1000, effort.waiting()));
        run.rows.clear();
        for (int count = 1; count <= effort.scopes(); count *= 10) {
            run.scopes(count, "", Policies.standard());
            run.scopes(count, "_LIMITER", Policies.limited());
        }
        run.waiting(effort.waiting());
        return run.rows;
    }

    private void scopes(int count, String suffix, PolicyBuilder policy) {
        RequestView[] hosts = IntStream.range(0, count)
                .mapToObj(n -> new PlainRequest("host" + n + ".example"))
                .toArray(RequestView[]::new);
        try (ResilientHttp resilience =
                ResilientHttp.builder().client(policy.build()).scopes(count).build()) {
            ResilientClient client = resilience.client(Policies.CLIENT);
            long before = Heap.used();
            for (RequestView host : hosts) {
                well(client, host);
            }
            long heap = Heap.used() - before;
            if (client.scopes().all().size() != count) {
                throw new IllegalStateException(client.scopes().all().size() + " scopes, not " + count);
            }
            // A few scopes weigh less than what else comes and goes.
            if (count >= 1000) {
                rows.add(
                        Row.single("HEAP_OF_EACH_OF_" + count + "_SCOPES" + suffix, Double.NaN, heap / (double) count));
            }
            // One scope alone would reach its rate limit.
            if (count > 1 || suffix.isEmpty()) {
                rows.add(Row.single("CALL_TO_ONE_OF_" + count + "_SCOPES" + suffix, timed(client, hosts), Double.NaN));
            }
        }
    }

    private double timed(ResilientClient client, RequestView[] hosts) {
        int calls = Math.min(CALLS, 200 * effort.scopes());
        long start = System.nanoTime();
        for (int n = 0; n < calls; n++) {
            well(client, hosts[n % hosts.length]);
        }
        return (System.nanoTime() - start) / (double) calls;
    }

    private static void well(ResilientClient client, RequestView request) {
        Call call = client.newCall(CallOptions.NONE);
        call.begin(request);
        call.answered(1, 200, request.headers(), true);
        call.close();
    }

    /** Calls that wait for a scope which is closed for an hour. */
    private void waiting(int count) {
        PolicyBuilder policy = Policies.standard()
                .set("timeout.total", "24h")
                .set("retry-after.max-wait", "24h")
                .set("cooldown.max-wait", "24h")
                .set("cooldown.max-waiting", String.valueOf(count));
        RequestView request = new PlainRequest("closed.example");
        List<WaitingExchange> exchanges = new ArrayList<>(count);
        try (ResilientHttp resilience =
                ResilientHttp.builder().client(policy.build()).build()) {
            ResilientClient client = resilience.client(Policies.CLIENT);
            exchanges.add(start(resilience, client, request));
            long before = Heap.used();
            long start = System.nanoTime();
            for (int n = 1; n < count; n++) {
                exchanges.add(start(resilience, client, request));
            }
            double each = (System.nanoTime() - start) / (count - 1.0);
            long heap = Heap.used() - before;
            if (exchanges.stream().anyMatch(WaitingExchange::over)) {
                throw new IllegalStateException("a call does not wait");
            }
            rows.add(Row.single("WAITING_CALL_OF_" + count, each, heap / (count - 1.0)));
        }
    }

    private static WaitingExchange start(ResilientHttp resilience, ResilientClient client, RequestView request) {
        Call call = client.newCall(CallOptions.NONE);
        WaitingExchange exchange = new WaitingExchange(call);
        resilience.callbackDriver().execute(call, request, exchange);
        return exchange;
    }
}
