// SPDX-License-Identifier: Apache-2.0
package example.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.resilienthttp.ResilientHttp;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GreetingsTest {
    @Test
    void comesBackWhenTheServerSaysSo() throws IOException {
        try (BusyServer server = new BusyServer();
                Greetings greetings = new Greetings(server.address())) {
            assertEquals("200 Hello (attempts: 2, outcome: RECOVERED)", greetings.fetch());
            assertEquals(2, server.requests());
        }
    }

    @Test
    void runsOnTheModulePath() {
        assertTrue(Greetings.class.getModule().isNamed());
        assertEquals(
                "io.github.resilienthttp.core", ResilientHttp.class.getModule().getName());
    }
}
