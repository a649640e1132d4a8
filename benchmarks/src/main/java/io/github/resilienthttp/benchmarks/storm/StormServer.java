// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.bootstrap.AsyncServerBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves storms, each on a port of its own. Takes lines: {@code serve <scenario> <seed> <begin, epoch millis>} gives the
 * port, {@code report <port>} ends that one and gives its report as JSON. Lives as long as its standard input.
 */
public final class StormServer {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Open(ServedStorm storm, HttpAsyncServer server) {}

    private final Map<Integer, Open> open = new HashMap<>();

    private StormServer() {}

    /**
     * Serves.
     *
     * @param args none
     * @throws Exception where it cannot serve
     */
    public static void main(String[] args) throws Exception {
        StormServer server = new StormServer();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", -1);
            System.out.println(
                    words[0].equals("serve")
                            ? server.serve(words[1], Long.parseLong(words[2]), Long.parseLong(words[3]))
                            : server.report(Integer.parseInt(words[1])));
        }
        // Workers may still sleep for somebody.
        Runtime.getRuntime().halt(0);
    }

    private String serve(String scenario, long seed, long begin) throws Exception {
        ServedStorm storm = new ServedStorm(StagedStorm.of(scenario).scenario(), seed, Stopwatch.from(begin));
        CurrentConnection connection = new CurrentConnection();
        HttpAsyncServer server = AsyncServerBootstrap.bootstrap()
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(1)
                        .setTcpNoDelay(true)
                        .setBacklogSize(1024)
                        .build())
                // Thousands of connections, and a line in each.
                .setHttp1Config(Http1Config.custom().setBufferSize(512).build())
                .setStreamListener(connection)
                .register("*", () -> new ServedExchange(storm, connection.get()))
                .create();
        server.start();
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        int port = ((InetSocketAddress) server.listen(any, URIScheme.HTTP).get().getAddress()).getPort();
        open.put(port, new Open(storm, server));
        return Integer.toString(port);
    }

    private String report(int port) {
        Open over = open.remove(port);
        if (over == null) {
            throw new IllegalArgumentException("port " + port + ": one of " + open.keySet());
        }
        over.server.close(CloseMode.IMMEDIATE);
        over.storm.close();
        return JSON.writeValueAsString(over.storm.report());
    }
}
