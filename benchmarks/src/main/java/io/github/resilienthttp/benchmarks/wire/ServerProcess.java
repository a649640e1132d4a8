// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.wire;

import io.github.resilienthttp.benchmarks.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** The server in a process of its own: one for all who use it at a time, ended with the last of them. */
final class ServerProcess implements AutoCloseable {
    private static @Nullable ServerProcess shared;
    private static int users;

    private final Process process;
    private final HttpHost http1;
    private final HttpHost http2;

    private ServerProcess() throws IOException {
        process = ChildJvm.of(List.of("-Xms128m", "-Xmx128m"), LoopbackServer.class, List.of())
                .start();
        BufferedReader told =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        http1 = host(told.readLine());
        http2 = host(told.readLine());
    }

    private static HttpHost host(@Nullable String port) throws IOException {
        if (port == null) {
            throw new IOException("the server did not start");
        }
        return new HttpHost("http", "localhost", Integer.parseInt(port));
    }

    /** One that is there, or a new one; to be closed by each who was given it. */
    static synchronized ServerProcess share() throws IOException {
        ServerProcess there = shared;
        if (there == null) {
            there = new ServerProcess();
            shared = there;
        }
        users++;
        return there;
    }

    HttpHost http1() {
        return http1;
    }

    HttpHost http2() {
        return http2;
    }

    private void stop() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        synchronized (ServerProcess.class) {
            users--;
            if (users == 0) {
                shared = null;
                stop();
            }
        }
    }
}
