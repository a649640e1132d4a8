// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.json;
import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.policy.PolicyBuilder;
import io.github.resilienthttp.testkit.LineLog;
import io.github.resilienthttp.testkit.MarkdownPage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** The page on the log has every word of the closed sets, none that is gone, and the very lines that calls write. */
class LogPageTest {
    private static final Path PAGE = Path.of("..", "docs", "guide", "log.md");

    private final LineLog log = new LineLog(Level.DEBUG);
    private boolean listens = true;

    @Test
    void everyReasonHasItsRowAndNoOther() throws IOException {
        assertThat(firstCells("reasons"))
                .containsExactlyElementsOf(
                        Stream.of(Reason.values()).map(Reason::label).toList());
    }

    @Test
    void soHasEveryOutcomeVerdictAndSourceOfAWait() throws IOException {
        assertThat(firstCells("outcomes"))
                .containsExactlyElementsOf(
                        Stream.of(CallOutcome.values()).map(CallOutcome::label).toList());
        assertThat(firstCells("verdicts"))
                .containsExactlyElementsOf(
                        Stream.of(Verdict.values()).map(Verdict::label).toList());
        assertThat(firstCells("waits"))
                .containsExactlyElementsOf(
                        Stream.of(WaitSource.values()).map(WaitSource::label).toList());
    }

    @Test
    void theLinesAreThoseThatCallsWrite() throws IOException {
        List<String> lines = lines();
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "log-lines.txt"), lines);
        assertThat(MarkdownPage.read(PAGE).blocks("log"))
                .as("docs/guide/log.md is out of date: its lines are in core/target/log-lines.txt")
                .singleElement()
                .satisfies(block -> assertThat(block.lines()).containsExactlyElementsOf(lines));
    }

    @Test
    void ofEveryReasonThereIsALine() {
        List<String> lines = lines();
        for (Reason reason : Reason.values()) {
            assertThat(lines).anyMatch(line -> line.contains(" reason=" + reason.label() + " "));
        }
    }

    @Test
    void theLinesAreTheSameWhereNobodyElseListens() {
        List<String> lines = lines();
        listens = false;
        assertThat(lines()).isEqualTo(lines);
    }

    private static List<String> firstCells(String table) throws IOException {
        String page = Files.readString(PAGE);
        String begin = "<!-- " + table + " -->";
        assertThat(page).contains(begin);
        String text = page.substring(page.indexOf(begin), page.indexOf("<!-- /" + table + " -->"));
        return Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
                .matcher(text)
                .results()
                .map(cell -> cell.group(1))
                .toList();
    }

    /** In the order of the reasons. */
    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(told("GET", true, "", status(503), status(200)));
        lines.add(told("GET", true, "", status(503), status(404)));
        lines.add(told("GET", true, "", status(501)));
        lines.add(told("POST", true, "", failed(FailureKind.BROKEN, new SocketTimeoutException())));
        lines.add(told("PUT", false, "", status(503)));
        lines.add(told(
                "GET", true, "", status(503), status(502), failed(FailureKind.UNREACHABLE, new ConnectException())));
        lines.add(told("GET", true, "budget.capacity=1 budget.deposit=0", status(503), status(503)));
        lines.add(told("GET", true, "", status(429, "Retry-After", "3600")));
        lines.add(told(
                "GET",
                true,
                "error.code-pointer=/code error.request-id-pointer=/id",
                json(429, Map.of("code", "quota", "id", "req-7"))));
        lines.add(told("GET", true, "", status(503, "x-should-retry", "false")));
        lines.add(told("GET", true, "timeout.total=5s", status(503, "Retry-After", "10")));
        lines.add(refused("circuit-breaker.minimum-calls=1 retry.max-attempts=1", status(500)));
        lines.add(refused("", status(429, "Retry-After", "3600")));
        lines.add(refused("rate-limit.permits=1 rate-limit.period=60s rate-limit.max-wait=0s", status(200)));
        lines.add(told("GET", true, "", failed(FailureKind.LOCAL, new TimeoutException())));
        lines.add(told("GET", true, "", failed(FailureKind.ENDED, new InterruptedIOException())));
        lines.addAll(manyRefused());
        return lines;
    }

    private CallScene scene(String settings) {
        UnaryOperator<PolicyBuilder> set = builder -> {
            Stream.of(settings.split(" "))
                    .filter(setting -> !setting.isEmpty())
                    .map(setting -> setting.split("="))
                    .forEach(pair -> builder.set(pair[0], pair[1]));
            return builder;
        };
        return listens ? CallScene.logged(log, set) : CallScene.onlyLogged(log, set);
    }

    /** The one line of a call that meets these outcomes. */
    private String told(String method, boolean replayable, String settings, Outcome... outcomes) {
        CallScene scene = scene(settings);
        Call call = scene.sent(method);
        for (int n = 0; n < outcomes.length; n++) {
            Step step = call.finished(n + 1, outcomes[n], replayable);
            if (step instanceof Step.Wait) {
                scene.pass(call, step);
            }
        }
        call.close();
        return only();
    }

    /** The one line of a call that is refused after another one met this outcome. */
    private String refused(String settings, Outcome before) {
        CallScene scene = scene(settings);
        scene.once(before);
        log.take();
        refuse(scene);
        return only();
    }

    private static Outcome failed(FailureKind kind, Exception failure) {
        return new Outcome.Failure(kind, false, failure);
    }

    private String only() {
        List<String> lines = log.take();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static void refuse(CallScene scene) {
        Call call = scene.call();
        assertThat(call.begin(FakeRequest.of("GET"))).isInstanceOf(Step.Refuse.class);
        call.close();
    }

    /** The sums, enforced and observed. */
    private List<String> manyRefused() {
        List<String> lines = new ArrayList<>();
        CallScene scene = scene("");
        scene.once(status(429, "Retry-After", "3600"));
        refuse(scene);
        log.take();
        for (int n = 0; n < 1_203; n++) {
            refuse(scene);
        }
        scene.time.advance(Duration.ofSeconds(10));
        refuse(scene);
        lines.addAll(log.take());
        CallScene observed = scene("mode=observe");
        observed.once(status(429, "Retry-After", "3600"));
        log.take();
        for (int n = 0; n < 20; n++) {
            observed.success();
        }
        observed.client.close();
        lines.addAll(log.take());
        return lines;
    }
}
