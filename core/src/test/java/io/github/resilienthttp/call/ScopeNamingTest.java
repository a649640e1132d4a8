// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.policy.ScopeRule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeNamingTest {
    private static final String SECRET = "Bearer s3cr3t-t0ken";

    private static String scope(ScopeRule rule, CallOptions options, RequestView request) {
        CallScene scene = CallScene.with(settings -> settings.scope(rule));
        return scope(scene, options, request);
    }

    private static String scope(CallScene scene, CallOptions options, RequestView request) {
        Call call = scene.call(options);
        call.begin(request);
        call.close();
        return call.report().scope();
    }

    @Test
    void byOriginWithTheSchemesOwnPort() {
        assertThat(scope(ScopeRule.origin(), CallOptions.NONE, FakeRequest.of("GET")))
                .isEqualTo("https://api.example");
    }

    @Test
    void byClient() {
        assertThat(scope(ScopeRule.client(), CallOptions.NONE, FakeRequest.of("GET")))
                .isEqualTo("client");
    }

    @Test
    void byPath() {
        FakeRequest request = new FakeRequest("GET", "api.example", "/v1/keys/7", FakeHeaders.of());
        assertThat(scope(ScopeRule.path(2), CallOptions.NONE, request)).isEqualTo("https://api.example/v1/keys");
    }

    @Test
    void byTheCallersOwnName() {
        CallOptions options = CallOptions.NONE.withScope("tenant-7");
        assertThat(scope(ScopeRule.origin(), options, FakeRequest.of("GET"))).isEqualTo("tenant-7");
        CallOptions mistakable = CallOptions.NONE.withScope("client");
        assertThat(scope(ScopeRule.origin(), mistakable, FakeRequest.of("GET"))).isEqualTo("named:client");
    }

    @Test
    void aHeadersValueStandsNowhere() {
        CallScene scene = CallScene.with(settings -> settings.scope(ScopeRule.header("Authorization")));
        Call first = scene.call();
        first.begin(FakeRequest.of("GET", "Authorization", SECRET));
        first.finished(1, CallScene.status(429, "Retry-After", "3600"), true);
        first.close();
        Call refused = scene.call();
        CallRefusedException refusal = CallScene.assertRefused(
                refused.begin(FakeRequest.of("GET", "Authorization", SECRET)), Reason.COOLING_DOWN);
        refused.close();
        assertThat(refused.report().scope()).matches("https://api\\.example authorization#[0-9a-f]{16}");
        assertThat(refused.report() + refusal.getMessage() + refusal.scope() + first.report())
                .doesNotContain("s3cr3t", "Bearer");
        assertThat(scene.registries.breakers().getAllCircuitBreakers())
                .allSatisfy(breaker -> assertThat(breaker.getName()).doesNotContain("s3cr3t"));
    }

    @Test
    void oneValueIsOneScopeAndAnotherValueAnother() {
        CallScene scene = CallScene.with(settings -> settings.scope(ScopeRule.header("X-Key")));
        String one = scope(scene, CallOptions.NONE, FakeRequest.of("GET", "X-Key", "1"));
        assertThat(scope(scene, CallOptions.NONE, FakeRequest.of("GET", "x-key", "1")))
                .isEqualTo(one);
        assertThat(scope(scene, CallOptions.NONE, FakeRequest.of("GET", "X-Key", "2")))
                .isNotEqualTo(one);
        assertThat(scope(scene, CallOptions.NONE, FakeRequest.of("GET"))).isEqualTo("https://api.example");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/keys/7, 2, /api/v1",
        "/api/v1, 2, /api/v1",
        "/api, 2, /api",
        "/, 1, /",
        "/api/, 1, /api",
        "//a/b, 2, //a",
        "*, 1, *"
    })
    void theFirstSegmentsOfAPath(String path, int segments, String prefix) {
        assertThat(ScopeNaming.prefix(path, segments)).isEqualTo(prefix);
    }

    /** A plain hash of a short secret could be looked up. */
    @Test
    void whatStandsForAValueIsNoPlainHashOfIt() throws NoSuchAlgorithmException {
        byte[] plain = MessageDigest.getInstance("SHA-256").digest("1".getBytes(StandardCharsets.UTF_8));
        CallScene scene = CallScene.with(settings -> settings.scope(ScopeRule.header("X-Key")));
        assertThat(scope(scene, CallOptions.NONE, FakeRequest.of("GET", "X-Key", "1")))
                .startsWith("https://api.example x-key#")
                .doesNotEndWith(HexFormat.of().formatHex(plain, 0, 8));
    }

    @ParameterizedTest
    @CsvSource({
        "https, -1, https://api.example",
        "https, 443, https://api.example",
        "https, 1, https://api.example:1",
        "http, -1, http://api.example",
        "http, 0, http://api.example",
        "http, 443, http://api.example:443"
    })
    void byOriginWithAPortOfItsOwn(String scheme, int port, String scope) {
        FakeRequest request = new FakeRequest("GET", scheme, "api.example", port, "/", FakeHeaders.of());
        assertThat(scope(ScopeRule.origin(), CallOptions.NONE, request)).isEqualTo(scope);
    }
}
