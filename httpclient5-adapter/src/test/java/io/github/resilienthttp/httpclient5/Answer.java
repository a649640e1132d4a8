package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.CallReport;
import java.util.List;

/** What a caller got: the status, the whole body as UTF-8, and the report. */
record Answer(int status, String text, CallReport report) {
    List<Integer> statuses() {
        return report.attempts().stream().map(AttemptReport::status).toList();
    }
}
