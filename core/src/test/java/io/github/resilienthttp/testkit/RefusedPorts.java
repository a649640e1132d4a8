// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Ports that are bound but not listened on. A port merely let go again could be taken by somebody else, or by the connecting
 * client itself, which would then be connected to itself.
 */
final class RefusedPorts {
    private static final List<Socket> RESERVED = new CopyOnWriteArrayList<>();

    private RefusedPorts() {}

    static int reserve() {
        try {
            Socket socket = new Socket();
            // So that a server of the test's can listen there later.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
            RESERVED.add(socket);
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot bind a port of 127.0.0.1", failure);
        }
    }
}
