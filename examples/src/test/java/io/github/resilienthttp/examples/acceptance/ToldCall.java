// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One call as {@code try --json} tells it. */
record ToldCall(JsonNode json) {
    int number() {
        return json.get("call").intValue();
    }

    /** Null where no response was delivered. */
    Integer status() {
        JsonNode status = json.get("status");
        return status.isNull() ? null : status.intValue();
    }

    String outcome() {
        return text("outcome");
    }

    String reason() {
        return text("reason");
    }

    /** Null where all went well. */
    String error() {
        return text("error");
    }

    /** Null where a body broke off. */
    String bodySha256() {
        return text("bodySha256");
    }

    /** Null where none is told. */
    Instant notBefore() {
        String told = text("notBefore");
        return told == null ? null : Instant.parse(told);
    }

    long elapsedMs() {
        return json.get("elapsedMs").longValue();
    }

    List<JsonNode> attempts() {
        return StreamSupport.stream(json.get("attempts").spliterator(), false).toList();
    }

    List<String> verdicts() {
        return ofAttempts("verdict");
    }

    List<String> decisions() {
        return ofAttempts("decision");
    }

    private List<String> ofAttempts(String field) {
        return attempts().stream()
                .map(attempt -> attempt.get(field).stringValue())
                .toList();
    }

    private String text(String field) {
        JsonNode value = json.get(field);
        return value.isNull() ? null : value.stringValue();
    }
}
