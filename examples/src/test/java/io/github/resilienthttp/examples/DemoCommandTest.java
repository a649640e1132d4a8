// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.Program.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCommandTest {
    @Test
    void itTellsOfAllFourAndStopsByItself() {
        Ended ended = Program.run("demo", "--seconds", "4");
        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("buttercms", "helpdesk", "variations", "localize", "In all, after 4 s");
        assertThat(ended.out()
                        .lines()
                        .filter(line -> line.contains("buttercms"))
                        .count())
                .isBetween(2L, 3L);
    }

    @Test
    void itIsShownOnThePortThatItTells() {
        Ended ended = Program.run("demo", "--seconds", "1", "--port", "0");
        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).containsPattern("Live: http://localhost:[1-9]\\d*/ ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "80.5"})
    void aBadPortIsOneLine(String port) {
        isBadUse(Program.run("demo", "--port", port), "--port");
    }

    @Test
    void aTakenPortIsOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            isBadUse(Program.run("demo", "--port", port), "--port " + port);
        }
    }

    private static void isBadUse(Ended ended, String part) {
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).startsWith("resilient-http demo: ").contains(part);
    }
}
