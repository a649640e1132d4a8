package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.CallReport;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a caller got: the status, the whole body as bytes, and the report. */
record Answer(int status, byte[] body, CallReport report) {
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    List<Integer> statuses() {
        return report.attempts().stream().map(AttemptReport::status).toList();
    }
}
