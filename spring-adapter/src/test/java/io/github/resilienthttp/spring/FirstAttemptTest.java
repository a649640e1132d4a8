// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.ResilientHttp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

/** In the factory's layer the caller fills in the first attempt, which further attempts know nothing of. */
class FirstAttemptTest {
    private static final URI TARGET = URI.create("http://in-memory.example/");

    private final ResilientHttp resilience = Scene.engine("attempt-header=X-Attempt");
    private final List<HttpHeaders> sent = new ArrayList<>();
    private final List<Map<String, Object>> marks = new ArrayList<>();
    private int made;

    @AfterEach
    void close() {
        resilience.close();
    }

    @Test
    void whatItMakesOfItsHeadersIsNotInTheNext() throws IOException {
        ClientHttpRequest request = request();
        request.getHeaders().add("Two", "a");
        request.getHeaders().add("Two", "b");
        request.getHeaders().add("One", "c");
        request.getHeaders().add("Other", "d");

        execute(request, 200);

        assertThat(sent).hasSize(2).allSatisfy(headers -> {
            assertThat(headers.headerNames()).containsExactlyInAnyOrder("Two", "One", "Other", "X-Attempt", "Token");
            assertThat(headers.get("Two")).containsExactly("a", "b");
            assertThat(headers.get("One")).containsExactly("c");
            assertThat(headers.get("Token")).containsExactly("fresh");
        });
        assertThat(sent).extracting(headers -> headers.getFirst("X-Attempt")).containsExactly("1/3", "2/3");
    }

    @Test
    void theCallerSeesTheHeadersItGave() throws IOException {
        ClientHttpRequest request = request();
        request.getHeaders().add("One", "c");

        execute(request, 200);

        assertThat(request.getHeaders().headerNames()).containsExactly("One");
        assertThatThrownBy(() -> request.getHeaders().add("Late", "no"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void everyAttemptHasTheCallersAttributesAndNoneOfTheLastOne() throws IOException {
        ClientHttpRequest request = request();
        request.getAttributes().put("mine", 1);

        execute(request, 200);

        assertThat(marks)
                .hasSize(2)
                .allSatisfy(each -> assertThat(each).containsEntry("mine", 1).doesNotContainKey("inner"));
        assertThat(ResilienceAttributes.report(request)).isNotNull();
    }

    @Test
    void aRequestThatTheFactoryRefusesToMakeIsAFailedAttempt() throws IOException {
        made = -1;
        ClientHttpRequest request = request();

        execute(request, 200);

        assertThat(ResilienceAttributes.report(request).attempts()).hasSize(3);
    }

    @Test
    void aRequestIsExecutedOnce() throws IOException {
        ClientHttpRequest request = request();
        execute(request, 200);

        assertThatThrownBy(request::execute).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(request::getBody).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theResponseIsTheFactorysOwn() throws IOException {
        try (ClientHttpResponse response = request().execute()) {
            assertThat(response).isInstanceOf(MockClientHttpResponse.class);
        }
    }

    private static void execute(ClientHttpRequest request, int status) throws IOException {
        try (ClientHttpResponse response = request.execute()) {
            assertThat(response.getStatusCode().value()).isEqualTo(status);
        }
    }

    private ClientHttpRequest request() throws IOException {
        return ResilientClientHttpRequestFactory.wrap(this::make, resilience).createRequest(TARGET, HttpMethod.GET);
    }

    /** The first one is answered by 503, after it has been changed. */
    private ClientHttpRequest make(URI uri, HttpMethod method) throws IOException {
        int number = ++made;
        if (number == 0) {
            throw new ConnectException("not made");
        }
        return new MockClientHttpRequest(method, uri) {
            @Override
            protected ClientHttpResponse executeInternal() {
                marks.add(Map.copyOf(getAttributes()));
                getHeaders().add("Token", "fresh");
                getAttributes().put("inner", number);
                sent.add(HttpHeaders.copyOf(getHeaders()));
                return new MockClientHttpResponse(
                        new byte[0], number == 1 ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
            }
        };
    }
}
