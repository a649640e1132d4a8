// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptDecision;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each status means, for each method: sent again or not, and the last response delivered unchanged. */
public abstract class VerdictContract extends Contract {
    private static final String[] ALONE = {"budget.enabled=false", "circuit-breaker.enabled=false"};

    /** For subclasses. */
    protected VerdictContract() {}

    record Row(int status, String hint, Verdict verdict, Reason delivered) {
        Reply reply() {
            Reply reply = Reply.status(status).header("X-Which", "first");
            reply = hint.isEmpty() ? reply : reply.header("retry-after-ms", hint);
            reply = status == 401 ? reply.header("WWW-Authenticate", "Unheard-Of realm=\"x\"") : reply;
            return bodiless() ? reply : reply.body(body());
        }

        boolean bodiless() {
            return status == 204 || status == 304;
        }

        String body() {
            return bodiless() ? "" : "what " + status + " says";
        }

        boolean repeats(Sample sample) {
            return switch (verdict) {
                case THROTTLED -> !hint.isEmpty();
                case TRANSIENT -> sample.idempotent();
                default -> false;
            };
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                        rows(Verdict.SUCCESS, Reason.SUCCESS, 200, 201, 204, 304),
                        rows(
                                Verdict.REJECTED,
                                Reason.REJECTED,
                                400,
                                401,
                                403,
                                404,
                                405,
                                408,
                                409,
                                410,
                                413,
                                421,
                                422,
                                425,
                                451,
                                499),
                        rows(Verdict.TRANSIENT, Reason.NOT_IDEMPOTENT, 500, 502, 503, 504, 509, 599),
                        rows(Verdict.PERMANENT, Reason.PERMANENT, 501, 505, 506, 507, 508, 510, 511),
                        rows(Verdict.THROTTLED, Reason.NO_HINT, 429),
                        Stream.of(
                                new Row(429, "1", Verdict.THROTTLED, Reason.RECOVERED),
                                new Row(503, "1", Verdict.TRANSIENT, Reason.NOT_IDEMPOTENT),
                                new Row(404, "1", Verdict.REJECTED, Reason.REJECTED),
                                new Row(501, "1", Verdict.PERMANENT, Reason.PERMANENT)))
                .flatMap(row -> row);
    }

    private static Stream<Row> rows(Verdict verdict, Reason delivered, int... statuses) {
        return IntStream.of(statuses).mapToObj(status -> new Row(status, "", verdict, delivered));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aStatusMeansTheSameForEveryMethod(Row row) {
        ContractScene scene = scene(ALONE);
        List<Sample> samples = Sample.all(this);
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            String target = "/" + i;
            scene.server().on(target).reply(row.reply(), OK);

            Ending ending = scene.send(sample.at(scene, target));

            List<String> methods = scene.server().requests().stream()
                    .filter(seen -> seen.target().equals(target))
                    .map(seen -> seen.method())
                    .toList();
            boolean repeats = row.repeats(sample);
            assertThat(methods)
                    .as("%s %s", row, sample)
                    .hasSize(repeats ? 2 : 1)
                    .containsOnly(sample.method());
            assertThat(ending.failure()).as("%s %s", row, sample).isNull();
            assertReported(row, sample, ending, repeats);
            assertDelivered(row, sample, ending, repeats, bodyOf(row, sample, repeats));
        }
    }

    private String bodyOf(Row row, Sample sample, boolean repeats) {
        boolean lost = row.status() == 401 && !sample.reads() && !has(Trait.CHALLENGE_BODIES);
        if (lost || !sample.answersWithBody()) {
            return "";
        }
        return repeats ? "done" : row.body();
    }

    private static void assertReported(Row row, Sample sample, Ending ending, boolean repeats) {
        AttemptReport first = ending.report().attempts().get(0);
        assertThat(first.verdict()).as("%s %s", row, sample).isEqualTo(row.verdict());
        assertThat(ending.report().method()).isEqualTo(sample.method());
        assertThat(ending.reason()).as("%s %s", row, sample).isEqualTo(repeats ? Reason.RECOVERED : row.delivered());
        if (repeats) {
            assertThat(ending.statuses()).containsExactly(row.status(), 200);
            assertThat(ending.report().outcome()).isEqualTo(CallOutcome.RECOVERED);
            assertThat(first.decision()).isEqualTo(AttemptDecision.RETRY);
        } else {
            assertThat(ending.statuses()).containsExactly(row.status());
            assertThat(ending.report().outcome())
                    .isEqualTo(row.status() < 400 ? CallOutcome.SUCCESS : CallOutcome.FAILED);
            assertThat(first.decision()).isNotEqualTo(AttemptDecision.RETRY);
        }
    }

    private static void assertDelivered(Row row, Sample sample, Ending ending, boolean repeats, String body) {
        assertThat(ending.status()).isEqualTo(repeats ? 200 : row.status());
        assertThat(ending.text()).as("%s %s", row, sample).isEqualTo(body);
        assertThat(ending.header("X-Which").isPresent()).isNotEqualTo(repeats);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Idempotency-Key | abc | true",
                "If-Match | \"v1\" | true",
                "If-None-Match | * | true",
                "If-Match | W/\"v1\" | false",
                "If-Match | * | false",
                "If-Match | \"v1\", \"v2\" | false",
                "If-None-Match | \"v1\" | false",
                "X-Idempotency | abc | false"
            })
    void aPostIsIdempotentByWhatItCarries(String name, String value, boolean idempotent) {
        ContractScene scene = scene(ALONE);
        scene.server().on("/").reply(BUSY, OK);

        Ending ending = scene.send(post(scene).with(name, value));

        assertEnded(scene, ending, idempotent ? Reason.RECOVERED : Reason.NOT_IDEMPOTENT, idempotent ? 2 : 1);
    }

    @Test
    void theCallersMarkWinsEitherWay() {
        ContractScene scene = scene(ALONE);
        scene.server().on("/").reply(BUSY, OK, BUSY, OK);

        Ending marked = scene.send(post(scene).with(CallOptions.NONE.withIdempotent(true)));
        Ending unmarked = scene.send(scene.request("GET", "/").with(CallOptions.NONE.withIdempotent(false)));

        assertThat(marked.reason()).isEqualTo(Reason.RECOVERED);
        assertThat(unmarked.reason()).isEqualTo(Reason.NOT_IDEMPOTENT);
        assertThat(scene.server().requests()).hasSize(3);
    }

    @Test
    void aStatusIsRepeatedByNameForIdempotentRequestsOnly() {
        ContractScene scene = scene("retry.statuses=408, 5xx, !503", "budget.enabled=false");
        Reply timeout = Reply.status(408);
        scene.server().on("/").reply(timeout, OK, timeout, BUSY);

        assertThat(scene.send("GET", "/").reason()).isEqualTo(Reason.RECOVERED);
        assertThat(scene.send(post(scene)).status()).isEqualTo(408);
        assertThat(scene.send("GET", "/").reason()).isEqualTo(Reason.PERMANENT);
        assertThat(scene.server().requests()).hasSize(4);
    }

    @Test
    void whoDoubtsThatA429WasNotActedOnSaysSo() {
        ContractScene scene = scene("throttle.unsafe-methods=fail-fast");
        scene.server().on("/").reply(Reply.status(429).header("Retry-After", "0"), OK);

        assertEnded(scene, scene.send(post(scene)), Reason.NOT_IDEMPOTENT, 1);
    }

    @Test
    void a429WithoutHintIsRepeatedFromASecondOnWhereThatIsWanted() {
        ContractScene scene = scene("throttle.without-hint=backoff");
        scene.server().on("/").reply(Reply.status(429));

        Ending safe = scene.send(scene.request("GET", "/").with(CallOptions.NONE.withDeadline(Duration.ofMillis(999))));
        Ending unsafe = scene.send(post(scene));

        assertThat(List.of(safe.reason(), unsafe.reason())).containsExactly(Reason.DEADLINE, Reason.NOT_IDEMPOTENT);
        assertThat(scene.server().requests()).hasSize(2);
    }

    @Test
    void theLastResponseIsDeliveredWhenAttemptsAreExhausted() {
        ContractScene scene = scene();
        scene.server().on("/").reply(BUSY, Reply.status(502).body("later"));
        scene.server()
                .on("/")
                .reply(Reply.status(500).header("X-Which", "third").body("third"));

        Ending ending = scene.send("GET", "/");

        assertEnded(scene, ending, Reason.ATTEMPTS_EXHAUSTED, 3);
        assertThat(ending.statuses()).containsExactly(503, 502, 500);
        assertThat(ending.report().outcome()).isEqualTo(CallOutcome.FAILED);
        assertThat(ending.text()).isEqualTo("third");
        assertThat(ending.header("X-Which")).contains("third");
    }

    /** An outage: calls that all fail send at most their number and ten. */
    @Test
    void anOutageIsNotMadeWorse() {
        ContractScene scene = scene("circuit-breaker.enabled=false", "backoff.max=1ms");
        scene.server().otherwise().reply(BUSY);
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            reasons.add(scene.send("GET", "/").reason());
        }

        assertThat(scene.server().requests()).hasSize(40);
        assertThat(reasons).contains(Reason.BUDGET_EXHAUSTED, Reason.ATTEMPTS_EXHAUSTED);
        assertThat(reasons.subList(6, 30)).containsOnly(Reason.BUDGET_EXHAUSTED);
    }

    static ContractRequest post(ContractScene scene) {
        return scene.request("POST", "/").with(ContractBody.Kind.REPEATABLE, "ten");
    }
}
