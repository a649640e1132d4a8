// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.testkit.LeakProbe;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import io.github.resilienthttp.testkit.SeenRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.jspecify.annotations.Nullable;

/** A few seconds of calls of every kind to a server that does anything but answer. All is checked at its end. */
final class SoakRound {
    private static final int THREADS = 6;
    private static final List<String> METHODS = List.of("GET", "GET", "PUT", "DELETE", "POST", "POST");
    private static final List<String> SETTINGS = List.of(
            "backoff.initial=1ms",
            "backoff.max=10ms",
            "timeout.attempt=300ms",
            "timeout.total=5s",
            "discard.max-time=100ms",
            "discard.max-drain=64KB",
            "attempt-header=X-Attempt",
            "clients.open.circuit-breaker.enabled=false",
            "clients.open.cooldown.enabled=false",
            "clients.open.budget.enabled=false",
            "clients.guarded.circuit-breaker.open-for=100ms",
            "clients.guarded.cooldown.max-wait=500ms",
            "clients.guarded.rate-limit.permits=200",
            "clients.guarded.rate-limit.period=1s");

    private record Sent(String path, String method, HttpClientContext context) {}

    private final long seed;
    private final SoakTally tally;
    private final Queue<Sent> calls = new ConcurrentLinkedQueue<>();
    private final Map<String, Random> plans = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> processed = new ConcurrentHashMap<>();
    private final Queue<Throwable> stuck = new ConcurrentLinkedQueue<>();
    private final int refusedPort = ScriptedServer.refusedPort();

    SoakRound(long seed, SoakTally tally) {
        this.seed = seed;
        this.tally = tally;
    }

    void run(Duration length) throws Exception {
        try (LeakProbe threads = LeakProbe.watching(
                        "resilient-http", ScriptedServer.THREAD_PREFIX, Http2Front.THREAD_PREFIX, "soak-");
                ScriptedServer server = ScriptedServer.start();
                ResilientHttp resilience = Scene.engine(SETTINGS)) {
            server.otherwise().answer(this::answer);
            Map<SoakVia, SoakVia.Sender> senders = new EnumMap<>(SoakVia.class);
            for (SoakVia via : SoakVia.values()) {
                senders.put(via, via.open(resilience, server));
            }
            try {
                send(senders, System.nanoTime() + length.toNanos());
                assertThat(stuck).as("calls that did not end, seed " + seed).isEmpty();
                quiet(senders, resilience);
                for (SoakVia.Sender sender : senders.values()) {
                    stillServes(sender, resilience);
                }
            } finally {
                senders.values().forEach(SoakVia.Sender::close);
            }
            EngineTasks.awaitNone(resilience);
            server.awaitQuiet(Duration.ofSeconds(5));
            compare(server.requests());
            assertThat(threads.extraThreads())
                    .noneMatch(thread -> thread.getName().startsWith("soak-"));
        }
    }

    /** What a server does next is in the path: the seed of the call. */
    private Reply answer(SeenRequest seen) {
        if (seen.path().startsWith("/fine")) {
            return Reply.ok("fine");
        }
        Random plan =
                plans.computeIfAbsent(seen.path(), path -> new Random(path.hashCode() * 31L + Long.hashCode(seed)));
        SoakFault fault;
        synchronized (plan) {
            boolean fine = plan.nextInt(3) == 0;
            fault = fine ? SoakFault.OK : SoakFault.values()[plan.nextInt(SoakFault.values().length)];
        }
        if (seen.path().endsWith("/next/next/next") && fault == SoakFault.REDIRECT) {
            fault = SoakFault.OK;
        }
        if (fault.processes()) {
            processed.computeIfAbsent(seen.path(), path -> new AtomicInteger()).incrementAndGet();
        }
        return fault.reply(seen);
    }

    private void send(Map<SoakVia, SoakVia.Sender> senders, long until) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(senders.size() * THREADS);
        senders.forEach((via, sender) -> {
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                Random random = new Random(seed * 1000 + via.ordinal() * 100L + number);
                Thread thread = new Thread(
                        () -> {
                            for (int call = 0; System.nanoTime() < until; call++) {
                                one(sender, random, "/" + via + "/" + number + "/" + call);
                            }
                            over.countDown();
                        },
                        "soak-" + via + "-" + i);
                thread.setDaemon(true);
                thread.start();
            }
        });
        assertThat(over.await(60, TimeUnit.SECONDS))
                .as("threads ended, seed " + seed)
                .isTrue();
    }

    private void one(SoakVia.Sender sender, Random random, String path) {
        String method = METHODS.get(random.nextInt(METHODS.size()));
        boolean bodied = method.equals("PUT") || method.equals("POST");
        byte[] body = new byte[bodied ? 1 + random.nextInt(random.nextInt(10) == 0 ? 300_000 : 100) : 0];
        URI uri = random.nextInt(40) == 0 ? URI.create("http://127.0.0.1:" + refusedPort + path) : sender.uri(path);
        long cancelAfter = random.nextInt(12) == 0 ? 1 + random.nextInt(60) : 0;
        HttpClientContext context = HttpClientContext.create();
        ResilientHttpClient5.options(context, CallOptions.NONE.withClient(random.nextInt(4) == 0 ? "guarded" : "open"));
        calls.add(new Sent(path, method, context));
        try {
            sender.send(method, uri, body, context, cancelAfter);
        } catch (TimeoutException hangs) {
            stuck.add(new AssertionError(method + " " + uri + " has not ended", hangs));
        } catch (Exception ended) {
            tally.threw();
        }
    }

    private void quiet(Map<SoakVia, SoakVia.Sender> senders, ResilientHttp resilience) throws InterruptedException {
        long leased = 1;
        long active = 1;
        for (int tries = 0; leased + active > 0 && tries < 1000; tries++) {
            TimeUnit.MILLISECONDS.sleep(5);
            leased = senders.values().stream().mapToLong(SoakVia.Sender::leased).sum();
            active = resilience.clients().values().stream()
                    .flatMap(client -> client.scopes().all().stream())
                    .mapToLong(scope ->
                            scope.active() + scope.state(System.nanoTime()).waiting())
                    .sum();
        }
        assertThat(leased).as("leased connections, seed " + seed).isZero();
        assertThat(active).as("calls that hold something, seed " + seed).isZero();
    }

    /** A permit that was not given back would show here. */
    private void stillServes(SoakVia.Sender sender, ResilientHttp resilience) throws Exception {
        resilience.client("guarded").scopes().all().forEach(scope -> {
            scope.closeCircuit();
            scope.reopen(resilience.time().nanos());
        });
        int tries = 0;
        for (int served = 0; served < 5; served++) {
            HttpClientContext context = HttpClientContext.create();
            ResilientHttpClient5.options(context, CallOptions.NONE.withClient("guarded"));
            try {
                sender.send("GET", sender.uri("/fine"), new byte[0], context, 0);
            } catch (IOException dead) {
                // A connection that the faults left in the pool, and no budget for another attempt. A refusal is none
                // of these.
                assertThat(Scene.report(context).attempts()).isNotEmpty();
                assertThat(++tries).isLessThan(20);
                served--;
                continue;
            }
            assertThat(Scene.report(context).attempts()).last().satisfies(attempt -> assertThat(attempt.status())
                    .isEqualTo(200));
        }
    }

    private void compare(List<SeenRequest> seen) {
        Map<String, Map<Integer, Integer>> arrived = new HashMap<>();
        for (SeenRequest request : seen) {
            String number = request.header("X-Attempt").orElse("0/").split("/", 2)[0];
            arrived.computeIfAbsent(request.path(), path -> new HashMap<>())
                    .merge(Integer.valueOf(number), 1, Integer::sum);
        }
        for (Sent call : calls) {
            CallReport report = ResilientHttpClient5.report(call.context);
            assertThat(report).as(call.path).isNotNull();
            compare(call, report, arrived.getOrDefault(call.path, Map.of()));
            int acted = processed(call.path)
                    + processed(call.path + "/next")
                    + processed(call.path + "/next/next")
                    + processed(call.path + "/next/next/next");
            if (call.method.equals("POST")) {
                assertThat(acted)
                        .as("acted on POST %s, seed %d", call.path, seed)
                        .isLessThanOrEqualTo(1);
            }
            tally.add(call.path.split("/", 3)[1], report);
        }
        tally.seen(seen.size());
    }

    private int processed(String path) {
        AtomicInteger count = processed.get(path);
        return count == null ? 0 : count.get();
    }

    /** Each request on the wire is an attempt in the report, and each attempt that was answered was on the wire, once. */
    private void compare(Sent call, @Nullable CallReport report, Map<Integer, Integer> arrived) {
        if (report == null) {
            return;
        }
        String what = call.method + " " + call.path + ", seed " + seed + ": " + report;
        arrived.forEach((number, times) -> {
            assertThat(times).as(what).isEqualTo(1);
            assertThat(report.attempts())
                    .as(what)
                    .anyMatch(attempt -> attempt.number() == number && attempt.verdict() != Verdict.UNREACHABLE);
        });
        for (AttemptReport attempt : report.attempts()) {
            if (attempt.status() > 0) {
                assertThat(arrived.containsKey(attempt.number()) || redirected(report))
                        .as(what)
                        .isTrue();
            }
        }
    }

    private static boolean redirected(CallReport report) {
        return report.attempts().stream().anyMatch(attempt -> attempt.status() == 307);
    }
}
