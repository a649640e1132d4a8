// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.resilienthttp.policy.Policy;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorDetailsReaderTest {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private static final ErrorDetailsReader UNCONFIGURED = reader(null, null, null, null);
    private static final ErrorDetailsReader HELPDESK =
            reader("/error/code", "/error/message", "/error/field", "/meta/requestId");
    private static final ErrorDetailsReader BUTTERCMS = reader(null, "/detail", "/detail/fields", null);
    private static final ErrorDetailsReader LOCALIZE = reader("/error", "/message", "/message", null);

    @Test
    void readsCodeMessageFieldAndRequestId() {
        assertThat(read(
                        HELPDESK,
                        JSON,
                        "{\"success\":false,\"error\":{\"code\":\"VALIDATION_ERROR\",\"message\":\"is"
                                + " no address\",\"field\":\"email\"},\"meta\":{\"requestId\":\"req_abc123\"}}"))
                .isEqualTo(new ErrorDetails(
                        "VALIDATION_ERROR", "is no address", Map.of("email", "is no address"), "req_abc123"));
    }

    @Test
    void aFieldWithoutAMessageKeepsItsName() {
        assertThat(read(HELPDESK, JSON, "{\"error\":{\"field\":\"email\"}}").fields())
                .containsOnly(entry("email", ""));
    }

    @Test
    void readsADetailThatIsATextOrHasFields() {
        assertThat(read(BUTTERCMS, JSON, "{\"detail\":\"API Calls limit reached.\"}"))
                .isEqualTo(new ErrorDetails(null, "API Calls limit reached.", Map.of(), null));
        assertThat(read(
                        BUTTERCMS,
                        JSON,
                        "{\"detail\":{\"fields\":{\"title\":[\"is required\",\"is short\"],"
                                + "\"slug\":\"is taken\"}}}"))
                .isEqualTo(new ErrorDetails(
                        null, null, Map.of("title", "is required; is short", "slug", "is taken"), null));
    }

    @Test
    void readsAMessageThatIsATextOrOnePerField() {
        assertThat(read(
                        LOCALIZE,
                        JSON,
                        "{\"statusCode\":422,\"error\":\"Unprocessable Entity\",\"message\":[\"name"
                                + " is long\",\"tag is empty\"]}"))
                .isEqualTo(new ErrorDetails(
                        "Unprocessable Entity",
                        "name is long; tag is empty",
                        Map.of("0", "name is long", "1", "tag is empty"),
                        null));
    }

    @Test
    void readsAnArrayOfFieldObjects() {
        ErrorDetailsReader reader = reader(null, null, "/errors", null);
        assertThat(read(
                                reader,
                                JSON,
                                "{\"errors\":[{\"field\":\"a\",\"message\":\"1\"},{\"pointer\":\"#/b\","
                                        + "\"detail\":\"2\"},{\"name\":\"c\",\"reason\":[\"3\",\"4\"]},{\"field\":\"a\",\"message\":\"5\"},"
                                        + "{\"field\":\"d\"},{\"message\":\"6\"},null]}")
                        .fields())
                .containsExactly(entry("a", "1; 5"), entry("#/b", "2"), entry("c", "3; 4"));
    }

    @Test
    void understandsProblemDetailsWithoutConfiguration() {
        assertThat(read(
                        UNCONFIGURED,
                        "Application/Problem+JSON ; charset=utf-8",
                        "{\"type\":\"https://example.org/"
                                + "problems/out-of-credit?token=secret\",\"title\":\"No credit\",\"detail\":\"30, but needs 50\","
                                + "\"instance\":\"/account/12345/msgs\",\"traceId\":\"t1\",\"errors\":[{\"detail\":\"must be"
                                + " positive\",\"pointer\":\"#/age\"}]}"))
                .isEqualTo(new ErrorDetails(
                        "out-of-credit", "30, but needs 50", Map.of("#/age", "must be positive"), "t1"));
        assertThat(read(
                        UNCONFIGURED,
                        PROBLEM,
                        "{\"type\":\"https://e.org/p#quota-exceeded\",\"title\":\"T\","
                                + "\"invalid-params\":[{\"name\":\"n\",\"reason\":\"r\"}],\"requestId\":7}"))
                .isEqualTo(new ErrorDetails("quota-exceeded", "T", Map.of("n", "r"), "7"));
        assertThat(read(UNCONFIGURED, PROBLEM, "{\"code\":\"E1\",\"type\":\"https://e.org/p/\",\"request_id\":\"q\"}"))
                .isEqualTo(new ErrorDetails("E1", null, Map.of(), "q"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://e.org/p#quota, quota",
        "#quota, quota",
        "https://e.org/p#, p",
        "https://e.org/p/, p",
        "https://e.org/p/?q=1, p",
        "urn:problem:quota, quota"
    })
    void aProblemIsKnownByTheEndOfItsType(String type, String code) {
        assertThat(read(UNCONFIGURED, PROBLEM, "{\"type\":\"" + type + "\"}").code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"#\"}",
                "{\"type\":\"?quota\"}",
                "{\"type\":\"about:blank\"}",
                "{\"type\":\"\"}",
                "{\"type\":\"/\"}",
                "{\"type\":7}",
                "[]",
                "1"
            })
    void aProblemThatSaysNothingIsNone(String body) {
        assertThat(UNCONFIGURED.read(PROBLEM, Hinting.json(body))).isNull();
    }

    @Test
    void otherTypesAreReadByPointersOnly() {
        Object json = Hinting.json("{\"code\":\"E1\",\"detail\":\"d\"}");
        assertThat(UNCONFIGURED.read(JSON, json)).isNull();
        assertThat(UNCONFIGURED.read(null, json)).isNull();
        assertThat(UNCONFIGURED.read(PROBLEM, null)).isNull();
        assertThat(HELPDESK.read(JSON, Hinting.json("{\"error\":\"plain\"}"))).isNull();
    }

    @Test
    void pointersComeBeforeProblemDetails() {
        assertThat(read(reader("/errno", null, null, null), PROBLEM, "{\"errno\":17,\"code\":\"E1\",\"title\":\"T\"}"))
                .isEqualTo(new ErrorDetails("17", "T", Map.of(), null));
    }

    @Test
    void namesTheSettingOfAPointerThatIsNone() {
        assertThatThrownBy(() -> reader(null, null, null, "meta.requestId"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("error.request-id-pointer")
                .hasMessageContaining("\"meta.requestId\"");
    }

    @Test
    void keepsNoMoreThan32Fields() {
        StringBuilder body = new StringBuilder("{\"detail\":{\"fields\":{\"f0\":\"m\"");
        for (int field = 1; field < 500; field++) {
            body.append(",\"f").append(field).append("\":\"m\"");
        }
        assertThat(read(BUTTERCMS, JSON, body.append("}}}").toString()).fields())
                .hasSize(32)
                .containsKeys("f0", "f31");
    }

    private static ErrorDetails read(ErrorDetailsReader reader, String contentType, String body) {
        return Objects.requireNonNull(reader.read(contentType, Hinting.json(body)));
    }

    private static ErrorDetailsReader reader(
            @Nullable String code, @Nullable String message, @Nullable String fields, @Nullable String requestId) {
        return new ErrorDetailsReader(new Policy.ErrorPointers(code, message, fields, requestId));
    }
}
