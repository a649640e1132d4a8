// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.guide;

import static io.github.resilienthttp.examples.StubbedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.examples.StubbedServer;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.testkit.SnippetFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** The endpoint of the run books does what they say, by the very commands that stand there. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class IncidentsPageTest {
    private static final Pattern COMMAND =
            Pattern.compile("-d '(\\{\"action\":\"(\\w+)\"\\})' http://localhost:8080(\\S+)");

    private final GuidePage page = GuidePage.named("incidents");

    @TempDir
    Path folder;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Operated {}

    @Test
    void reopenIsolateAndCloseByHand() throws Exception {
        try (StubbedServer server =
                        new StubbedServer(answer(429, "later").withHeader("Retry-After", "3600"), answer(200, "ok"));
                ConfigurableApplicationContext application = started(server)) {
            RestClient client = application.getBean(RestClient.Builder.class).build();
            URI stock = URI.create(server.url("/stock"));
            assertThatThrownBy(() -> get(client, stock)).isInstanceOf(HttpClientErrorException.TooManyRequests.class);
            assertRefused(client, stock, Reason.COOLING_DOWN);

            assertThat(command(application, "reopen")).isEqualTo(204);
            assertThat(get(client, stock)).isEqualTo("ok");

            assertThat(command(application, "isolate")).isEqualTo(204);
            assertRefused(client, stock, Reason.CIRCUIT_OPEN);
            assertThat(shown(application)).contains("\"circuit\":\"isolated\"");

            assertThat(command(application, "close")).isEqualTo(204);
            assertThat(get(client, stock)).isEqualTo("ok");
            assertThat(post(application, "/actuator/resilience/stock", "{\"action\":\"explode\"}"))
                    .isEqualTo(400);
            assertThat(server.requests()).hasSize(3);
        }
    }

    /** A policy that is changed as the page does it keeps its origins. */
    @Test
    void aChangedPolicyStaysInPlace() {
        try (ResilientHttp resilience = ResilientHttp.builder()
                .client(Policy.builder("stock").origins("https://stock.example").build())
                .build()) {
            resilience.replace(resilience.client("stock").policy().toBuilder()
                    .maxAttempts(1)
                    .build());
            assertThat(resilience
                            .clientFor(CallOptions.NONE, "https", "stock.example", -1)
                            .policy()
                            .retry()
                            .maxAttempts())
                    .isEqualTo(1);
        }
    }

    private ConfigurableApplicationContext started(StubbedServer server) {
        Class<?> controls = SnippetFile.load(page.block("java", "class ResilienceControls "), folder, Map.of());
        SpringApplication application = new SpringApplication(Operated.class, controls);
        application.setRegisterShutdownHook(false);
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.location=optional:file:" + folder + "/",
                "--spring.main.banner-mode=off",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--resilient-http.clients.stock.origins=" + server.url("")));
        page.block("properties", "management.").lines().forEach(line -> arguments.add("--" + line));
        return application.run(arguments.toArray(String[]::new));
    }

    private static String get(RestClient client, URI address) {
        return client.get().uri(address).retrieve().body(String.class);
    }

    private static void assertRefused(RestClient client, URI address, Reason reason) {
        assertThatThrownBy(() -> get(client, address))
                .isInstanceOf(ResourceAccessException.class)
                .cause()
                .isInstanceOfSatisfying(CallRefusedException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason));
    }

    private int command(ConfigurableApplicationContext application, String action) throws Exception {
        MatchResult command = COMMAND.matcher(page.text())
                .results()
                .filter(each -> each.group(2).equals(action))
                .findFirst()
                .orElseThrow();
        return post(application, command.group(3), command.group(1));
    }

    private static int post(ConfigurableApplicationContext application, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address(application, path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String shown(ConfigurableApplicationContext application) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address(application, "/actuator/resilienthttp/stock"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static URI address(ConfigurableApplicationContext application, String path) {
        return URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path);
    }
}
