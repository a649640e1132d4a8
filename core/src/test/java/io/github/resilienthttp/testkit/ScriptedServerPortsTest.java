// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ScriptedServerPortsTest {
    @Test
    void refusedPortRefusesAgainAndAgain() {
        int port = ScriptedServer.refusedPort();

        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> connect(port)).isInstanceOf(ConnectException.class);
        }
        assertThat(ScriptedServer.refusedPort()).isNotEqualTo(port);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void blackholeAnswersNoConnectionAttempt() {
        try (Blackhole hole = Blackhole.open()) {
            assertThatThrownBy(() -> connect(hole.port())).isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(() -> connect(hole.port())).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static void connect(int port) throws Exception {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 300);
        }
    }
}
