// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.ResilientHttpBuilder;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.event.ResilienceListener;
import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.gate.ScopeState;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.PolicyBuilder;
import io.github.resilienthttp.testkit.LeakProbe;
import io.github.resilienthttp.testkit.ScriptedServer;
import io.github.resilienthttp.testkit.SeenRequest;
import io.github.resilienthttp.testkit.SkippingTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A scripted server, an engine and the adapter in between. Closing it fails where anything was leaked or left under way. */
final class ContractScene implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(8);

    private final LeakProbe everyThread = LeakProbe.watching("");
    private final LeakProbe ourThreads = LeakProbe.watching(
                    "resilient-http", ScriptedServer.THREAD_PREFIX, BlockingCall.THREAD_PREFIX)
            // Shared by all engines of the JVM, they end half a second after their last read: not waited for.
            .sparing(thread -> thread.getName().startsWith("resilient-http-reader-") && LeakProbe.idle(thread));
    private final SkippingTime time = new SkippingTime();
    private final ScriptedServer server = ScriptedServer.start();
    private final ResilientHttp engine;
    private final AdapterUnderTest adapter;
    private final AtomicInteger waits = new AtomicInteger();
    private boolean closed;

    ContractScene(
            AdapterKind kind, int connections, Consumer<ResilientHttpBuilder> engineSettings, List<String> settings) {
        // No jitter but half of it: never zero, never long.
        ResilientHttpBuilder builder = ResilientHttp.builder().time(time).random(() -> 0.5);
        builder.client(policy(ResilientHttp.DEFAULT_CLIENT, settings));
        builder.listener(new ResilienceListener() {
            @Override
            public void onWait(String client, WaitSource source, long nanos) {
                waits.incrementAndGet();
            }
        });
        engineSettings.accept(builder);
        engine = builder.build();
        adapter = kind.open(new AdapterSetting(engine, server, connections));
    }

    /** A policy with a short backoff; {@code settings} are {@code key=value}, later ones win. */
    static Policy policy(String client, List<String> settings) {
        PolicyBuilder builder = Policy.builder(client).set("backoff.initial", "1ms");
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            builder.set(parts[0], parts[1]);
        }
        return builder.build();
    }

    ScriptedServer server() {
        return server;
    }

    SkippingTime time() {
        return time;
    }

    ResilientHttp engine() {
        return engine;
    }

    ContractRequest request(String method, String target) {
        return ContractRequest.of(method, adapter.uri(target));
    }

    Running start(ContractRequest request) {
        return adapter.start(request);
    }

    /** A call from its beginning to its end, connections and permits given back. */
    Ending send(ContractRequest request) {
        return ending(start(request));
    }

    Ending send(String method, String target) {
        return send(request(method, target));
    }

    /** The end of a call as its caller sees it, once nothing of the calls is under way any more. */
    Ending ending(Running running) {
        Ending ending = running.await();
        awaitRest();
        return ending;
    }

    /** Some clients tell their caller a moment before they give the connection back. */
    void awaitRest() {
        await("calls under way", () -> active() == 0);
        awaitNoLease();
    }

    void awaitNoLease() {
        await("leased connections", () -> adapter.leased() <= 0);
    }

    /** The first wait of any call has begun: what came before it has been decided upon. */
    void awaitWait() {
        await("a call that waits", () -> waits.get() > 0);
    }

    /** How many calls have begun and not ended. */
    int active() {
        return scopes().mapToInt(Scope::active).sum();
    }

    ScopeState state() {
        return scopes().map(scope -> scope.state(time.nanos()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no call has begun yet"));
    }

    private Stream<Scope> scopes() {
        return engine.clients().values().stream().flatMap(client -> client.scopes().all().stream());
    }

    /** Time between the first bytes of two requests, numbered from 0, by the server's clock. */
    Duration between(int earlier, int later) {
        List<SeenRequest> seen = server.requests();
        return Duration.ofNanos(
                seen.get(later).arrivedNanos() - seen.get(earlier).arrivedNanos());
    }

    static void await(String what, BooleanSupplier reached) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited in vain: " + what);
            }
            pause(Duration.ofMillis(2));
        }
    }

    static void pause(Duration length) {
        try {
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (server;
                engine;
                adapter) {
            awaitRest();
            assertThat(scopes().map(scope -> scope.state(time.nanos())))
                    .as("calls in line for a scope")
                    .allSatisfy(state -> assertThat(state.waiting()).isZero());
        }
        ourThreads.assertNoExtraThreads();
        await("threads that keep the JVM alive", () -> everyThread.extraThreads().stream()
                .allMatch(Thread::isDaemon));
    }
}
