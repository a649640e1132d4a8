// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot.circuitbreaker.monitoring.endpoint.CircuitBreakerEndpoint;
import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.spring.boot.Contexts;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.web.client.RestClient;

/** The commands of the run books for the endpoint of Resilience4j's own starter change our breaker. */
class RunbookResilience4jTest {
    private static final Pattern COMMAND =
            Pattern.compile("\\{\"updateState\":\"(\\w+)\"\\}' http://localhost:8080/actuator/(\\w+)/(\\w+)");

    @Test
    void itsEndpointIsolatesAndClosesOurBreaker() throws Exception {
        List<List<String>> commands = COMMAND.matcher(Files.readString(Path.of("../docs/guide/incidents.md")))
                .results()
                .map(command -> List.of(command.group(1), command.group(2), command.group(3)))
                .toList();
        assertThat(commands).hasSize(2);
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.ok("well"));
            Contexts.clients()
                    .withConfiguration(AutoConfigurations.of(CircuitBreakerAutoConfiguration.class))
                    .withPropertyValues(
                            "resilient-http.clients.stock.scope=client",
                            "resilient-http.clients.stock.origins=http://127.0.0.1:" + server.port())
                    .run(context -> {
                        RestClient client =
                                context.getBean(RestClient.Builder.class).build();
                        client.get().uri(server.uri("/")).retrieve().toBodilessEntity();
                        CircuitBreakerEndpoint endpoint =
                                new CircuitBreakerEndpoint(context.getBean(CircuitBreakerRegistry.class));
                        assertThat(commands).allMatch(command -> command.get(1)
                                .equals(CircuitBreakerEndpoint.class
                                        .getAnnotation(Endpoint.class)
                                        .id()));
                        act(endpoint, commands.get(0));
                        assertThat(circuit(context.getBean(ResilientHttp.class)))
                                .isEqualTo("isolated");
                        act(endpoint, commands.get(1));
                        assertThat(circuit(context.getBean(ResilientHttp.class)))
                                .isEqualTo("closed");
                    });
        }
    }

    /** As its web endpoint would: by name, and a word. */
    private static void act(CircuitBreakerEndpoint endpoint, List<String> command) throws ReflectiveOperationException {
        Method update = Stream.of(CircuitBreakerEndpoint.class.getMethods())
                .filter(method -> method.getName().equals("updateCircuitBreakerState"))
                .findFirst()
                .orElseThrow();
        Object state =
                update.getParameterTypes()[1].getMethod("valueOf", String.class).invoke(null, command.get(0));
        update.invoke(endpoint, command.get(2), state);
    }

    private static String circuit(ResilientHttp resilience) {
        return resilience
                .client("stock")
                .scopes()
                .all()
                .iterator()
                .next()
                .state(resilience.time().nanos())
                .circuit()
                .label();
    }
}
