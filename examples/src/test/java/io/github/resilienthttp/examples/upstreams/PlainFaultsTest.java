// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.upstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults that are nobody's documentation, but everybody's experience; and each API's own way to say that it is enough. */
class PlainFaultsTest {
    private final HttpClient http = HttpClient.newHttpClient();

    static Stream<Upstream> upstreams() {
        return Stream.of(
                ButterCmsUpstream.start(),
                HelpdeskUpstream.start(),
                VariationsUpstream.start(20, Duration.ofSeconds(5)),
                LocalizeUpstream.start());
    }

    private HttpResponse<String> get(Upstream upstream) throws IOException, InterruptedException {
        List<String> paths =
                List.of("/pages/home?auth_token=read-token", "/tickets/1", "/variations", "/projects/keys/1");
        int which = List.of("buttercms", "helpdesk", "variations", "localize").indexOf(upstream.client());
        HttpRequest.Builder request = HttpRequest.newBuilder(upstream.origin().resolve(paths.get(which)));
        if (which > 0) {
            request.header("Authorization", "Bearer sk_live_1");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @MethodSource("upstreams")
    void faultsComeAndGo(Upstream upstream) throws IOException, InterruptedException {
        try (upstream) {
            assertThat(get(upstream).statusCode()).isEqualTo(200);
            upstream.slow(Duration.ofMillis(300));
            long begun = System.nanoTime();
            assertThat(get(upstream).statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
            assertThat(upstream.doing()).isEqualTo("slow");
            upstream.throttled(7);
            HttpResponse<String> limited = get(upstream);
            assertThat(limited.statusCode()).isEqualTo(429);
            assertThat(limited.headers().firstValue("Retry-After").orElse("") + limited.body())
                    .contains("7");
            upstream.down();
            assertThatThrownBy(() -> get(upstream)).isInstanceOf(IOException.class);
            upstream.well();
            assertThat(get(upstream).statusCode()).isEqualTo(200);
            assertThat(upstream.doing()).isEqualTo("well");
        }
    }
}
