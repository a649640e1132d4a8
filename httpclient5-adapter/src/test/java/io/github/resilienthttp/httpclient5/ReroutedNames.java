// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.hc.client5.http.DnsResolver;

/** Sends each connection to the next of some ports, whatever the request says. */
final class ReroutedNames implements DnsResolver {
    private final Queue<Integer> ports = new ArrayDeque<>();

    ReroutedNames then(int port) {
        ports.add(port);
        return this;
    }

    @Override
    public InetAddress[] resolve(String host) {
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) {
        Integer next = ports.poll();
        return List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), next == null ? port : next));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
