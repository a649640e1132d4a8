// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.live;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Serves the page of one run on loopback until it is closed. Thread-safe. */
public final class LivePage implements AutoCloseable {
    private final HttpServer server;
    private final Frames frames = new Frames();
    private final ExecutorService handlers = Executors.newCachedThreadPool(daemons("live-page"));
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(daemons("live-tick"));

    private LivePage(HttpServer server) {
        this.server = server;
        server.setExecutor(handlers);
    }

    /**
     * Takes a port; who comes before {@link #begin} waits.
     *
     * @param port 0 to 65535; 0: any that is free
     * @return listening on 127.0.0.1
     * @throws IOException where the port cannot be had
     */
    public static LivePage open(int port) throws IOException {
        return new LivePage(HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), port), 0));
    }

    private static ThreadFactory daemons(String name) {
        AtomicLong number = new AtomicLong();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** {@return where it is: {@code http://localhost:8080/}} */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /**
     * Shows a run. Called once.
     *
     * @param run what is shown
     * @param tick how often the page hears of it
     */
    public void begin(LiveRun run, Duration tick) {
        context("/events", new EventStream(frames));
        context("/", new Routes(run));
        ScheduledFuture<?> unused =
                ticker.scheduleAtFixedRate(() -> tick(run), 0, tick.toMillis(), TimeUnit.MILLISECONDS);
        server.start();
    }

    private void tick(LiveRun run) {
        try {
            frames.add(run.frame());
        } catch (RuntimeException missed) {
            // The next one follows; thrown on, it would have been the last.
        }
    }

    private void context(String path, HttpHandler handler) {
        server.createContext(path, handler).getFilters().add(new LoopbackOnly());
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        frames.close();
        server.stop(0);
        handlers.shutdownNow();
    }
}
