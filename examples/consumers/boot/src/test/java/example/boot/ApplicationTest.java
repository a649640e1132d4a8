// SPDX-License-Identifier: Apache-2.0
package example.boot;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApplicationTest {
    private static BusyServer server;

    @DynamicPropertySource
    static void otherServer(DynamicPropertyRegistry registry) throws IOException {
        server = new BusyServer();
        registry.add("spring.http.serviceclient.greetings.base-url", server::address);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void comesBackWhenTheOtherServerSaysSo(@LocalServerPort int port) {
        new Expectations(port).areMet();
    }
}
