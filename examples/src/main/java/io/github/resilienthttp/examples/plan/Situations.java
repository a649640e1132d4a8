// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.plan;

import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What can come back from a first attempt: the rows of the table. */
final class Situations {
    private static final Map<String, String> TWO_SECONDS = Map.of("Retry-After", "2");
    private static final Map<String, String> THIRTY_DAYS = Map.of("Retry-After", "2592000");

    private Situations() {}

    /**
     * A row.
     *
     * @param name for a person
     * @param outcome as an adapter would state it
     */
    record Row(String name, Outcome outcome) {}

    static List<Row> rows() {
        return List.of(
                status(200),
                status(301),
                status(400),
                status(401),
                status(403),
                status(404),
                status(408),
                status(409),
                status(422),
                hinted("429, Retry-After 2s", 429, TWO_SECONDS),
                hinted("429, Retry-After 30d", 429, THIRTY_DAYS),
                hinted("429 without a hint", 429, Map.of()),
                status(500),
                status(501),
                status(503),
                hinted("503, Retry-After 2s", 503, TWO_SECONDS),
                failure("connection refused", FailureKind.UNREACHABLE, false),
                failure("read timeout", FailureKind.BROKEN, true),
                failure("TLS certificate", FailureKind.PROTOCOL, false),
                failure("pool exhausted", FailureKind.LOCAL, true));
    }

    private static Row status(int status) {
        return hinted(Integer.toString(status), status, Map.of());
    }

    private static Row hinted(String name, int status, Map<String, String> headers) {
        return new Row(name, new Outcome.Response(status, new FewHeaders(headers), null));
    }

    private static Row failure(String name, FailureKind kind, boolean timeout) {
        return new Row(name, new Outcome.Failure(kind, timeout, new IOException(name)));
    }
}
